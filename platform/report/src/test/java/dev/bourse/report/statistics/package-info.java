/** What the numbers of a run must be, worked out by hand. */
@NullMarked
package dev.bourse.report.statistics;

import org.jspecify.annotations.NullMarked;
