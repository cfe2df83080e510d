package dev.bourse.engine.config;

import dev.bourse.api.model.AccountId;
import java.util.Locale;

/** Reads files of accounts and risk modules. */
final class PartReader {
  private PartReader() {}

  static AccountDefinition account(ConfigFile file) {
    Split<AccountConfig> split = Split.of(AccountConfig.class, file.values());
    return new AccountDefinition(
        new AccountId(file.name()),
        split.own().type().strip(),
        split.own().account_currency().strip().toUpperCase(Locale.ROOT),
        split.rest());
  }

  static RiskDefinition risk(ConfigFile file) {
    Split<RiskConfig> split = Split.of(RiskConfig.class, file.values());
    return new RiskDefinition(file.name(), split.own().type().strip(), split.rest());
  }
}
