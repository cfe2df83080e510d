/**
 * A trader's accounts at their venues: opening, closing, coming back, and the order of what they
 * report. The loop opens and closes; adapters report from their own threads; the journal writer
 * hands over commands.
 */
@NullMarked
package dev.bourse.engine.venue;

import org.jspecify.annotations.NullMarked;
