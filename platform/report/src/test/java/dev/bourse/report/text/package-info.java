/** What figures and texts must read like. */
@NullMarked
package dev.bourse.report.text;

import org.jspecify.annotations.NullMarked;
