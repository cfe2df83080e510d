package dev.bourse.exchange.binance.trade;

import static dev.bourse.exchange.binance.trade.OrderReader.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.exchange.binance.call.Params;
import dev.bourse.exchange.binance.rest.RestException;
import dev.bourse.exchange.binance.rest.VenueTime;
import dev.bourse.exchange.binance.rules.Fees;
import dev.bourse.exchange.binance.rules.RuleBook;
import dev.bourse.exchange.binance.rules.SymbolRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A full report: open orders, then executions of every symbol that is followed or has orders, and
 * balances that have exactly those executions. Blocks; on the questions' worker.
 */
final class Report {
  /** How far back the venue is asked: orders that never filled are archived after that. */
  static final Duration HISTORY = Duration.ofDays(90);

  private static final Logger LOG = LoggerFactory.getLogger(Report.class);
  private static final int NO_SUCH_SYMBOL = -1121;
  private static final int PAGE = 1_000;
  private static final int MOST_PAGES = 100;

  /** How often executions and balances are read of an account that does not come to rest. */
  private static final int MOST_READINGS = 3;

  private final Asking inquiry;
  private final Reporter reporter;
  private final OrderReader reader;
  private final RuleBook rules;
  private final AccountBook book;
  private final Generations generations;
  private final Supplier<Collection<String>> followed;
  private final FlowHistory history;

  /** Symbols of which it was said that they are left out. */
  private final Set<String> gone = new TreeSet<>();

  Report(
      Asking inquiry,
      Reporter reporter,
      OrderReader reader,
      RuleBook rules,
      AccountBook book,
      Generations generations,
      Supplier<Collection<String>> followed) {
    this.inquiry = inquiry;
    this.reporter = reporter;
    this.reader = reader;
    this.rules = rules;
    this.book = book;
    this.generations = generations;
    this.followed = followed;
    this.history =
        new FlowHistory(inquiry, reporter, new FlowReader(reporter.account(), reader.currencies()));
  }

  /**
   * Tells everything since a time, nanoseconds; 0 for as far back as the venue is asked.
   *
   * @param flows whether also which money came and went: asked for first, so that the balances have
   *     what it tells, and nothing is executed while its many questions are answered
   */
  void tell(long since, boolean flows) throws RestException {
    long from = Math.max(since, reporter.now() - HISTORY.toNanos());
    List<AccountEvent.CashFlow> told = flows ? history.since(from) : null;
    long requestedAt = reporter.now();
    JsonNode open = inquiry.ask(Asked.OPEN_ORDERS, new Params());
    book.orders(open);
    Set<String> symbols = new TreeSet<>(followed.get());
    symbols.addAll(book.symbols());
    List<OrderReport.Status> statuses = new ArrayList<>();
    List<AccountEvent.Described> described = new ArrayList<>();
    for (JsonNode each : open) {
      Instrument instrument = instrument(text(each, "symbol"));
      if (instrument != null) {
        ClientOrderId id = named(each);
        statuses.add(reader.status(each, id, instrument));
        OrderSpec spec = described(each, instrument);
        if (spec != null) {
          described.add(
              new AccountEvent.Described(id, spec, VenueTime.nanos(each.path("time").asLong())));
        }
      }
    }
    Holdings held = holdings(symbols, from);
    book.balances(held.account().path("balances"), "asset", "free", "locked");
    AccountEvent.MassReport report =
        new AccountEvent.MassReport(
            reporter.account(),
            statuses,
            held.fills(),
            balances(held.account()),
            requestedAt,
            reporter.now());
    reporter.tell(report.describing(described).remembering(told));
  }

  private record Holdings(List<Fill> fills, JsonNode account) {}

  /**
   * Executions, and balances that have them and no other: an execution between the two answers
   * would look like money that nobody explains. An account that changed meanwhile is read again; of
   * one that never rests, the last reading is told, with balances that may be newer.
   */
  private Holdings holdings(Set<String> symbols, long from) throws RestException {
    JsonNode before = account();
    for (int reading = 1; ; reading++) {
      List<Fill> fills = new ArrayList<>();
      for (String symbol : symbols) {
        fills.addAll(known(symbol, from));
      }
      JsonNode after = account();
      boolean rested = after.path("updateTime").equals(before.path("updateTime"));
      if (rested || reading == MOST_READINGS) {
        return new Holdings(fills, after);
      }
      before = after;
    }
  }

  private JsonNode account() throws RestException {
    return inquiry.ask(Asked.ACCOUNT, new Params().with("omitZeroBalances", true));
  }

  /** What an order does; null for one that our rules would not let be. */
  private static @Nullable OrderSpec described(JsonNode order, Instrument instrument) {
    try {
      return SpecReader.read(order, instrument);
    } catch (IllegalArgumentException | ArithmeticException e) {
      LOG.info(
          "order {} of {} is listed without what it does: {}",
          text(order, "orderId"),
          instrument.id(),
          e.getMessage());
      return null;
    }
  }

  /** Asks what the account is charged on a symbol. */
  void fees(String symbol) throws RestException {
    rules.fees(symbol, Fees.of(inquiry.ask(Asked.COMMISSION, new Params().with("symbol", symbol))));
  }

  /** Asks which filters there are for the account on a symbol. */
  void filters(String symbol) throws RestException {
    rules.filters(symbol, inquiry.ask(Asked.FILTERS, new Params().with("symbol", symbol)));
  }

  /** Asks whether the venue may judge prices of a symbol by a reference price. */
  void reference(String symbol) throws RestException {
    rules.askReference(symbol);
  }

  /** Balances that are not zero. */
  List<Balance> balances(JsonNode account) {
    return AccountEvents.balances(
            account.path("balances"), reader.currencies(), "asset", "free", "locked")
        .stream()
        .filter(each -> each.total().signum() != 0)
        .toList();
  }

  private ClientOrderId named(JsonNode order) {
    String venueId = text(order, "orderId");
    ClientOrderId called = OrderNames.read(text(order, "clientOrderId"), venueId);
    return generations.learn(text(order, "symbol"), venueId, called);
  }

  /** The instrument of a symbol; null, said once a report, if its rules cannot be understood. */
  @Nullable Instrument instrument(String symbol) throws RestException {
    SymbolRules known = rules.find(symbol);
    try {
      if (known == null) {
        known = rules.read(List.of(symbol)).get(symbol);
      }
    } catch (IllegalArgumentException | ArithmeticException e) {
      LOG.warn("orders of {} are left out of a report: {}", symbol, e.getMessage());
    }
    if (known == null) {
      return null;
    }
    reader.currencies().met(known.instrument());
    return known.instrument();
  }

  /**
   * Executions of a symbol, none of one that the venue does not have any more: it would let no
   * report come. What was executed there before it went, and not heard, shows in the balances.
   */
  private List<Fill> known(String symbol, long since) throws RestException {
    try {
      return fills(symbol, since);
    } catch (RestException e) {
      if (e.code() != NO_SUCH_SYMBOL) {
        throw e;
      }
      if (gone.add(symbol)) {
        LOG.warn(
            "executions of {} are left out of reports of account {}: {}",
            symbol,
            reporter.account(),
            e.getMessage());
      }
      return List.of();
    }
  }

  private List<Fill> fills(String symbol, long since) throws RestException {
    Instrument instrument = instrument(symbol);
    List<JsonNode> trades = instrument == null ? List.of() : trades(symbol, since);
    if (instrument == null || trades.isEmpty()) {
      return List.of();
    }
    learnNames(symbol, trades);
    List<Fill> fills = new ArrayList<>();
    for (JsonNode each : trades) {
      String venueId = text(each, "orderId");
      ClientOrderId id = generations.name(symbol, venueId);
      ClientOrderId name = id == null ? new ClientOrderId("venue." + venueId) : id;
      fills.add(reader.trade(each, name, instrument));
    }
    return fills;
  }

  private List<JsonNode> trades(String symbol, long since) throws RestException {
    List<JsonNode> trades = new ArrayList<>();
    Params params = new Params().with("startTime", VenueTime.millis(since));
    for (int page = 0; page < MOST_PAGES; page++) {
      JsonNode found = inquiry.ask(Asked.TRADES, params.with("symbol", symbol).with("limit", PAGE));
      found.forEach(trades::add);
      if (found.size() < PAGE) {
        return trades;
      }
      params = new Params().with("fromId", found.get(PAGE - 1).path("id").asLong() + 1);
    }
    throw new RestException(
        "account "
            + reporter.account()
            + " has more than "
            + trades.size()
            + " executions of "
            + symbol
            + " in the time asked for: ask for a shorter one",
        0,
        false,
        Duration.ZERO);
  }

  /** Executions name the venue's orders only: what those are called here stands with the orders. */
  private void learnNames(String symbol, List<JsonNode> trades) throws RestException {
    Set<Long> unnamed = new TreeSet<>();
    trades.stream()
        .filter(each -> generations.name(symbol, text(each, "orderId")) == null)
        .forEach(each -> unnamed.add(each.path("orderId").asLong()));
    for (int page = 0; page < MOST_PAGES && !unnamed.isEmpty(); page++) {
      long first = unnamed.iterator().next();
      JsonNode orders =
          inquiry.ask(
              Asked.ORDERS,
              new Params().with("symbol", symbol).with("orderId", first).with("limit", PAGE));
      orders.forEach(
          each -> {
            ClientOrderId unused = named(each);
            unnamed.remove(each.path("orderId").asLong());
          });
      unnamed.remove(first);
    }
  }
}
