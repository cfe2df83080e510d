/**
 * Market data for traders whose venue is simulated: recorded data lap by lap at a chosen speed, or
 * a venue's live data. Read by the trader's loop only.
 */
@NullMarked
package dev.bourse.engine.feed;

import org.jspecify.annotations.NullMarked;
