/** Figures that others published; skipped where their folder is missing. */
@NullMarked
package dev.bourse.report.outside;

import org.jspecify.annotations.NullMarked;
