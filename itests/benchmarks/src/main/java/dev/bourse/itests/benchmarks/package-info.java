/**
 * The speed budgets, measured: {@link dev.bourse.itests.benchmarks.Benchmarks} prints the table.
 * Everything runs on the main thread, one row after the other.
 */
@NullMarked
package dev.bourse.itests.benchmarks;

import org.jspecify.annotations.NullMarked;
