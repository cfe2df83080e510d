/** What a core is told once, by the engine or a backtest. */
@NullMarked
package dev.bourse.core.settings;

import org.jspecify.annotations.NullMarked;
