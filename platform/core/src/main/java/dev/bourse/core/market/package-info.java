/** What is known of the market: instruments with all their versions, last prices, forming bars. */
@NullMarked
package dev.bourse.core.market;

import org.jspecify.annotations.NullMarked;
