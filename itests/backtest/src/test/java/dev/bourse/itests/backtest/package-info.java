/** The bundled plug-ins over the real trades, without a framework. */
@NullMarked
package dev.bourse.itests.backtest;

import org.jspecify.annotations.NullMarked;
