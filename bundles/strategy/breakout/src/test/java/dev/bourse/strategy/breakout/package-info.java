/** Tests of the bundle, read as examples. */
@NullMarked
package dev.bourse.strategy.breakout;

import org.jspecify.annotations.NullMarked;
