/** Tests of the bundle, read as examples. */
@NullMarked
package dev.bourse.risk.limits;

import org.jspecify.annotations.NullMarked;
