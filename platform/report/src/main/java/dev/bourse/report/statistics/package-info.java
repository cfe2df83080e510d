/**
 * The numbers of a run as pure functions of its result. Amounts are exact decimals; ratios are
 * {@code double}. Called by the report on the thread of its caller.
 */
@NullMarked
package dev.bourse.report.statistics;

import org.jspecify.annotations.NullMarked;
