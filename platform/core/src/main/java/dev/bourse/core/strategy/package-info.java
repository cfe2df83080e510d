/**
 * The place of strategies in a trader: their runtime objects, what they may see, what they kept.
 */
@NullMarked
package dev.bourse.core.strategy;

import org.jspecify.annotations.NullMarked;
