/** Tests of the bundle, read as examples. */
@NullMarked
package dev.bourse.risk.breakers;

import org.jspecify.annotations.NullMarked;
