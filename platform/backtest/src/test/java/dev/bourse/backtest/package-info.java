@NullMarked
package dev.bourse.backtest;

import org.jspecify.annotations.NullMarked;
