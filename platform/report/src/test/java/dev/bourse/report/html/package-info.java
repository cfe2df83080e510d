/** What the page must contain, and what it must not. */
@NullMarked
package dev.bourse.report.html;

import org.jspecify.annotations.NullMarked;
