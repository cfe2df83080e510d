/**
 * What goes wrong on demand between the venue and its clients.
 *
 * <p>Tests and people add faults through {@link dev.bourse.venue.binance.LocalVenue} or the control
 * path; the server asks for them on the venue's thread.
 */
@NullMarked
package dev.bourse.venue.binance.faults;

import org.jspecify.annotations.NullMarked;
