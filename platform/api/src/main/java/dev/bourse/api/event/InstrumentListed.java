package dev.bourse.api.event;

import dev.bourse.api.model.Instrument;

/**
 * An instrument became known or its rules changed; the version in the value is the newest.
 *
 * @param instrument the rules from now on
 * @param eventTime the venue's time in nanoseconds
 */
public record InstrumentListed(Instrument instrument, long eventTime) implements VenueEvent {}
