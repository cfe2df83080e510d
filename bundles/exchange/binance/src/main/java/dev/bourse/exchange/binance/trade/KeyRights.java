package dev.bourse.exchange.binance.trade;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.bourse.api.model.AccountRights;
import dev.bourse.exchange.binance.call.Params;
import dev.bourse.exchange.binance.call.SignedRest;
import dev.bourse.exchange.binance.rest.Json;
import dev.bourse.exchange.binance.rest.RestException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out what a key may do: by an order that is only tested, and by what the venue says about
 * the key where it has such a call. Blocks.
 */
final class KeyRights {
  private static final Logger LOG = LoggerFactory.getLogger(KeyRights.class);
  private static final String RESTRICTIONS = "/sapi/v1/account/apiRestrictions";
  private static final int NOT_ALLOWED = -2015;
  private static final int NOT_FOUND = 404;
  private static final String WITHDRAWS = "enableWithdrawals";
  private static final Duration SELDOM = Duration.ofMinutes(1);

  private final TradeSettings settings;
  private final SignedRest rest;

  /** Whether the key was found to be usable before: a question without answer changes nothing. */
  private volatile boolean cleared;

  private volatile AccountRights found =
      new AccountRights(true, Optional.empty(), Optional.empty());

  KeyRights(TradeSettings settings, SignedRest rest) {
    this.settings = settings;
    this.rest = rest;
  }

  /**
   * A sentence about a key that can be used; throws for one that cannot.
   *
   * @param account what the venue says about the account
   */
  String check(Session.Asker asker, JsonNode account) throws RestException {
    if (!account.path("canTrade").asBoolean(true)) {
      throw unusable("the venue does not let this account trade");
    }
    if (!mayTrade(asker)) {
      throw unusable(
          "the key may read, but not trade: give it the right to trade, or the address of this"
              + " machine");
    }
    JsonNode said = settings.refuseWithdrawals() ? certainRestrictions() : restrictions();
    if (!mayTradeSpot(said)) {
      throw unusable(
          "the key may not trade on spot: allow it spot trading, which enableSpotAndMarginTrading"
              + " says");
    }
    boolean withdraws = said.path(WITHDRAWS).asBoolean(false);
    if (withdraws && settings.refuseWithdrawals()) {
      throw unusable(
          "the key may withdraw money, which withdrawal.right=refuse forbids: make a key without"
              + " that right");
    }
    cleared = true;
    AccountRights before = found;
    found =
        new AccountRights(
            true,
            said(said, WITHDRAWS).or(before::withdraws),
            said(said, "ipRestrict").or(before::bound));
    if (withdraws) {
      LOG.warn("a key for Binance may withdraw money: make one without that right");
    }
    return withdraws ? "Connected; the key MAY WITHDRAW MONEY." : "Connected.";
  }

  private static Optional<Boolean> said(JsonNode restrictions, String name) {
    JsonNode value = restrictions.path(name);
    return value.isMissingNode() ? Optional.empty() : Optional.of(value.asBoolean());
  }

  /** What {@link #check} found of a key that can be used. */
  AccountRights found() {
    return found;
  }

  private static RestException unusable(String why) {
    return new RestException(why, 0, false, SELDOM);
  }

  /** Whether a key that may withdraw money is not used. */
  boolean refusesWithdrawals() {
    return settings.refuseWithdrawals();
  }

  /** What is wrong with an order is found only after the right to place it. */
  static boolean mayTrade(Session.Asker asker) throws RestException {
    Params order =
        new Params()
            .with("symbol", "BTCUSDT")
            .with("side", "BUY")
            .with("type", "MARKET")
            .with("quantity", "0");
    try {
      asker.ask("order.test", order);
    } catch (RestException e) {
      if (e.code() == NOT_ALLOWED) {
        return false;
      } else if (e.code() == 0 || e.passing()) {
        throw e;
      }
    }
    return true;
  }

  /**
   * Whether spot trading is not forbidden. The venue may test an order of a key without that right.
   */
  static boolean mayTradeSpot(JsonNode restrictions) {
    return restrictions.path("enableSpotAndMarginTrading").asBoolean(true);
  }

  /** What the venue says about the key; nothing where it has no such call, or does not answer. */
  JsonNode restrictions() {
    try {
      return asked();
    } catch (RestException e) {
      LOG.debug("the venue does not tell the rights of keys: {}", e.getMessage());
      return Json.NOTHING;
    }
  }

  /**
   * The same for whoever refuses a right: a question that failed proves nothing, whoever answered
   * it, for a firewall refuses too.
   */
  private JsonNode certainRestrictions() throws RestException {
    String why;
    try {
      JsonNode said = asked();
      if (said.has(WITHDRAWS)) {
        return said;
      }
      why = "the venue's answer does not say " + WITHDRAWS;
    } catch (RestException e) {
      if (isAbsent(e)) {
        return Json.NOTHING;
      }
      why = String.valueOf(e.getMessage());
    }
    if (cleared) {
      return Json.NOTHING;
    }
    throw unusable(
        "whether the key may withdraw money is not known, which withdrawal.right=refuse needs: "
            + why);
  }

  /** A venue that has no such call, as the testnet, does not find it. */
  private boolean isAbsent(RestException refusal) {
    return refusal.status() == NOT_FOUND && refusal.code() == 0 && !settings.tellsRights();
  }

  private JsonNode asked() throws RestException {
    try {
      return Json.read(rest.get(RESTRICTIONS, new Params()));
    } catch (JsonProcessingException e) {
      throw new RestException(
          RESTRICTIONS + " did not answer in JSON: " + e.getOriginalMessage(),
          0,
          true,
          Duration.ZERO);
    }
  }
}
