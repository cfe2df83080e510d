/**
 * The report as one HTML page that needs nothing else: no script, no request, no generation time.
 *
 * <p>Charts are SVG whose lines stretch with the page while texts and marks keep their size: lines
 * live in an inner drawing of {@link dev.bourse.report.html.Scale#SPAN} units in each direction,
 * everything else is placed by percent. Every line is thinned to a bounded number of points. Called
 * by the report on the thread of its caller.
 */
@NullMarked
package dev.bourse.report.html;

import org.jspecify.annotations.NullMarked;
