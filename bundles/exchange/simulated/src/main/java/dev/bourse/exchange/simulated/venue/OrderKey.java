package dev.bourse.exchange.simulated.venue;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.ClientOrderId;

/** What names an order: two accounts may use the same id. */
record OrderKey(AccountId account, ClientOrderId id) {}
