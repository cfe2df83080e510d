/** The tables for other programs. */
@NullMarked
package dev.bourse.report.table;

import org.jspecify.annotations.NullMarked;
