/**
 * Tables of a run as comma-separated text, for other programs: round trips, drawdowns, returns by
 * month and year, figures by instrument. Amounts are exact, shares have twelve digits, times are
 * ISO 8601 in UTC, what has no value is empty. Called by the report on the thread of its caller.
 */
@NullMarked
package dev.bourse.report.table;

import org.jspecify.annotations.NullMarked;
