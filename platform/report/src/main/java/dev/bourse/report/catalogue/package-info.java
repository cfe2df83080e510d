/**
 * All statistics: what each one means and how it is computed of a run. {@link
 * dev.bourse.report.catalogue.Catalogue} is the one list; tables, pages, files and {@code
 * docs/statistics.md} are made of it. Called by the report on the thread of its caller.
 */
@NullMarked
package dev.bourse.report.catalogue;

import org.jspecify.annotations.NullMarked;
