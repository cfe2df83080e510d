/** Losses at which a trader stops, and that a restart changes nothing about them. */
@NullMarked
package dev.bourse.core.breaker;

import org.jspecify.annotations.NullMarked;
