/** Tests of the bundle, read as examples. */
@NullMarked
package dev.bourse.strategy.emacross;

import org.jspecify.annotations.NullMarked;
