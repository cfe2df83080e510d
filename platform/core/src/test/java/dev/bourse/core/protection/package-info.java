/** Positions whose declared stop does not work. */
@NullMarked
package dev.bourse.core.protection;

import org.jspecify.annotations.NullMarked;
