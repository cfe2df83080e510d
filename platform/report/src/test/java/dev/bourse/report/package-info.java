/** Runs made by hand and what the reports say about them. */
@NullMarked
package dev.bourse.report;

import org.jspecify.annotations.NullMarked;
