package dev.bourse.exchange.binance.trade;

import static dev.bourse.exchange.binance.trade.OrderReader.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bourse.api.exchange.AccountFinding;
import dev.bourse.api.exchange.AccountFinding.Result;
import dev.bourse.api.model.Decimals;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Money;
import dev.bourse.exchange.binance.call.Credentials;
import dev.bourse.exchange.binance.call.Params;
import dev.bourse.exchange.binance.rest.RestException;
import dev.bourse.exchange.binance.rules.RuleBook;
import dev.bourse.exchange.binance.rules.SymbolRules;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What there is to say about an account before it is traded. Nothing is placed. */
final class Checkup {
  private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);

  /** The venue refuses what is a second ahead of it. */
  private static final long LATE = TimeUnit.SECONDS.toMillis(1);

  private static final int MOST_SHOWN = 8;

  private final Credentials credentials;
  private final RuleBook rules;
  private final KeyRights rights;
  private final List<AccountFinding> findings = new ArrayList<>();

  Checkup(Credentials credentials, RuleBook rules, KeyRights rights) {
    this.credentials = credentials;
    this.rules = rules;
    this.rights = rights;
  }

  /** Everything, over a connection that is logged on. */
  List<AccountFinding> of(Session.Asker asker, List<InstrumentId> instruments)
      throws RestException {
    add("connection", Result.GOOD, "logged on, and the account's events are heard");
    clock();
    JsonNode account =
        asker.ask(Asked.ACCOUNT.method(), new Params().with("omitZeroBalances", true));
    JsonNode said = rights.restrictions();
    String obstacle = obstacle(asker, account, said);
    add(
        "right to trade",
        obstacle.isEmpty() ? Result.GOOD : Result.BAD,
        obstacle.isEmpty() ? "yes" : "no: " + obstacle);
    restrictions(said);
    balances(account.path("balances"));
    JsonNode fees = account.path("commissionRates");
    add(
        "fees",
        fees.isMissingNode() ? Result.UNKNOWN : Result.GOOD,
        "maker " + text(fees, "maker") + ", taker " + text(fees, "taker"));
    for (InstrumentId each : instruments) {
      order(asker, each);
    }
    return findings;
  }

  /** Why the account could not be traded, empty if it could. */
  private static String obstacle(Session.Asker asker, JsonNode account, JsonNode said)
      throws RestException {
    if (!account.path("canTrade").asBoolean(true)) {
      return "the venue does not let this account trade";
    }
    if (!KeyRights.mayTrade(asker)) {
      return "the key may only read, or not trade from the address of this machine";
    }
    return KeyRights.mayTradeSpot(said) ? "" : "the key may not trade on spot";
  }

  private void add(String name, Result result, String text) {
    findings.add(new AccountFinding(name, result, text));
  }

  private void clock() {
    long millis = credentials.clock().offset() / MILLI;
    boolean near = Math.abs(millis) < LATE;
    String ahead = millis < 0 ? "behind" : "ahead of";
    add(
        "clock",
        near ? Result.GOOD : Result.WARNING,
        "the venue is " + Math.abs(millis) + " ms " + ahead + " this machine; it is allowed for");
  }

  private void restrictions(JsonNode said) {
    JsonNode withdraws = said.path("enableWithdrawals");
    Result risk = rights.refusesWithdrawals() ? Result.BAD : Result.WARNING;
    String refused = rights.refusesWithdrawals() ? ", which withdrawal.right=refuse forbids" : "";
    add(
        "right to withdraw",
        withdraws.isMissingNode() ? Result.UNKNOWN : withdraws.asBoolean() ? risk : Result.GOOD,
        withdraws.isMissingNode()
            ? "the venue does not say"
            : withdraws.asBoolean() ? "yes" + refused + ": make a key without it" : "no");
    JsonNode bound = said.path("ipRestrict");
    add(
        "addresses",
        bound.isMissingNode() ? Result.UNKNOWN : bound.asBoolean() ? Result.GOOD : Result.WARNING,
        bound.isMissingNode()
            ? "the venue does not say"
            : bound.asBoolean()
                ? "the key works only from addresses that were named"
                : "the key works from anywhere: bind it to this machine's address");
  }

  private void balances(JsonNode balances) {
    String shown =
        StreamSupport.stream(balances.spliterator(), false)
            .limit(MOST_SHOWN)
            .map(
                each -> plain(text(each, "free"), text(each, "locked")) + " " + text(each, "asset"))
            .collect(Collectors.joining(", "));
    String more =
        balances.size() > MOST_SHOWN ? " and " + (balances.size() - MOST_SHOWN) + " more" : "";
    add(
        "balances",
        shown.isEmpty() ? Result.WARNING : Result.GOOD,
        shown.isEmpty() ? "none" : shown + more);
  }

  private static String plain(String free, String locked) {
    return Decimals.parse(free).add(Decimals.parse(locked)).stripTrailingZeros().toPlainString();
  }

  /** The least order of an instrument, and whether the venue would take one for twice of it. */
  private void order(Session.Asker asker, InstrumentId instrument) throws RestException {
    SymbolRules known;
    try {
      known = rules.read(List.of(instrument.symbol())).get(instrument.symbol());
    } catch (IllegalArgumentException | RestException e) {
      add(instrument.symbol(), Result.BAD, String.valueOf(e.getMessage()));
      return;
    }
    if (known == null || !known.instrument().trading()) {
      add(instrument.symbol(), Result.BAD, "the venue does not trade it");
      return;
    }
    Money least = known.instrument().minNotional();
    Money tried = least.plus(least);
    String minimum = "at least " + least + ", " + known.instrument().minQuantity() + " of it";
    try {
      asker.ask(
          "order.test",
          new Params()
              .with("symbol", instrument.symbol())
              .with("side", "BUY")
              .with("type", "MARKET")
              .with("quoteOrderQty", tried.amount()));
      add(
          instrument.symbol(),
          Result.GOOD,
          minimum + "; a test order for " + tried + " would be taken");
    } catch (RestException e) {
      add(instrument.symbol(), Result.BAD, minimum + "; a test order: " + e.getMessage());
    }
  }
}
