/** Compares local books with a venue's report: a pure function; the core applies what it finds. */
@NullMarked
package dev.bourse.core.reconciliation;

import org.jspecify.annotations.NullMarked;
