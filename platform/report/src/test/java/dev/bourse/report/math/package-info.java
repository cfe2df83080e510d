/** The formulas: values known from elsewhere, their laws, and what they cannot give. */
@NullMarked
package dev.bourse.report.math;

import org.jspecify.annotations.NullMarked;
