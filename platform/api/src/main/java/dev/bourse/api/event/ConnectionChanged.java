package dev.bourse.api.event;

import dev.bourse.api.model.AccountId;

/**
 * An account's connection to its venue came up or went down.
 *
 * @param account the account
 * @param connected whether orders can be sent now
 * @param detail a sentence
 * @param eventTime the adapter's time in nanoseconds
 */
public record ConnectionChanged(AccountId account, boolean connected, String detail, long eventTime)
    implements VenueEvent {}
