/**
 * Fixed limits for single orders, positions and open orders. The risk gate of a trader calls them,
 * on its thread.
 */
@NullMarked
package dev.bourse.risk.limits;

import org.jspecify.annotations.NullMarked;
