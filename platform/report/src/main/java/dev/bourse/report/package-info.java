/**
 * Reports: numbers, text tables and self-contained HTML pages, computed from traces and results
 * only. Called by control surfaces and by backtests through the API, on the thread of the caller.
 */
@NullMarked
package dev.bourse.report;

import org.jspecify.annotations.NullMarked;
