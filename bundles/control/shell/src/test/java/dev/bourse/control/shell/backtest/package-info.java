/** How far a run is, on one line. */
@NullMarked
package dev.bourse.control.shell.backtest;

import org.jspecify.annotations.NullMarked;
