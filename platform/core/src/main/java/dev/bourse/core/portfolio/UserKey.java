package dev.bourse.core.portfolio;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.StrategyId;

/**
 * Who uses money of whom, whatever the instrument.
 *
 * @param account the account
 * @param strategy the user
 */
public record UserKey(AccountId account, StrategyId strategy) {}
