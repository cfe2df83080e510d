/** What a run keeps of prices. */
@NullMarked
package dev.bourse.backtest.run;

import org.jspecify.annotations.NullMarked;
