package dev.bourse.api.event;

/** What an adapter may report. Nothing else can come in through an {@code EventSink}. */
public sealed interface VenueEvent extends Event
    permits MarketEvent,
        InstrumentListed,
        OrderReport,
        AccountEvent,
        ConnectionChanged,
        ServiceChanged {}
