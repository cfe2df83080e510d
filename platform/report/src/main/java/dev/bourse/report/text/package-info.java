/**
 * Figures as words, and the table for terminals. The HTML page uses the same words. Called by the
 * report on the thread of its caller.
 */
@NullMarked
package dev.bourse.report.text;

import org.jspecify.annotations.NullMarked;
