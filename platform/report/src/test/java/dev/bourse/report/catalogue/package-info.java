/** Every statistic has a meaning, a value or a reason, and a place in the documents. */
@NullMarked
package dev.bourse.report.catalogue;

import org.jspecify.annotations.NullMarked;
