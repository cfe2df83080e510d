/**
 * Results on disk: one folder per run with text files and a page, put in place by one rename.
 * Written by the thread of a run, read by any thread. Nothing in a folder depends on when or where
 * it was written.
 */
@NullMarked
package dev.bourse.backtest.store;

import org.jspecify.annotations.NullMarked;
