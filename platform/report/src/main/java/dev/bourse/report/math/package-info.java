/**
 * Formulas over returns and other samples: pure functions of {@code double}, which is for
 * statistics only. A return of 0.01 is one percent; {@code NaN} in a sample means that there is no
 * value for that period. What a formula cannot give is {@code NaN} or infinite here, as IEEE 754
 * has it; the catalogue turns that into a dash with a reason. Only {@link java.lang.StrictMath} is
 * used, so that every machine gives the same digits. Called by the catalogue and the page on the
 * thread of their caller.
 */
@NullMarked
package dev.bourse.report.math;

import org.jspecify.annotations.NullMarked;
