package dev.bourse.api.event;

/** Something that happened: the only input of a trader. */
public sealed interface Event
    permits VenueEvent, CommandEvent, TimerEvent, ControlEvent, LifecycleEvent {}
