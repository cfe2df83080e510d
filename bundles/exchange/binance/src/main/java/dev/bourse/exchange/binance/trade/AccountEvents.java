package dev.bourse.exchange.binance.trade;

import static dev.bourse.exchange.binance.trade.OrderReader.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Quantity;
import dev.bourse.exchange.binance.net.Unreadable;
import dev.bourse.exchange.binance.rest.VenueTime;
import dev.bourse.exchange.binance.rules.RuleBook;
import dev.bourse.exchange.binance.rules.SymbolRules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the account's events (user-data-stream.md) in the engine's words. On the socket's threads;
 * what must ask first is done by the questions.
 */
final class AccountEvents {
  private static final Logger LOG = LoggerFactory.getLogger(AccountEvents.class);
  private static final Unreadable BALANCES = new Unreadable("a balance is left out");

  /**
   * So long after the start an order may be cancelled for a change that a former process sent: the
   * venue lets calls wait for its window.
   */
  private static final long DOUBTFUL = Duration.ofSeconds(20).toNanos();

  private final Reporter reporter;
  private final RuleBook rules;
  private final AccountBook book;
  private final Generations generations;
  private final OrderReader reader;
  private final Questions questions;
  private final long startedAt;
  private final Unreadable unreadable;

  AccountEvents(
      Reporter reporter,
      RuleBook rules,
      AccountBook book,
      Generations generations,
      OrderReader reader,
      Questions questions) {
    this.reporter = reporter;
    this.rules = rules;
    this.book = book;
    this.generations = generations;
    this.reader = reader;
    this.questions = questions;
    this.startedAt = reporter.now();
    this.unreadable =
        new Unreadable(
            "an event of account "
                + reporter.account()
                + " cannot be read, a report is asked for instead");
  }

  /** Tells an event; what cannot be read is said and left out. */
  void event(JsonNode event) {
    try {
      switch (text(event, "e")) {
        case "executionReport" -> report(event);
        case "outboundAccountPosition" -> position(event);
        case "balanceUpdate" -> flow(event);
        case "externalLockUpdate" -> questions.balances();
        default -> LOG.debug("Binance told of {}, which changes no order", text(event, "e"));
      }
    } catch (IllegalArgumentException | ArithmeticException e) {
      unreadable.add(String.valueOf(e.getMessage()));
      questions.report(reporter.now() - Duration.ofHours(1).toNanos());
    }
  }

  private void position(JsonNode event) {
    book.balances(event.path("B"), "a", "f", "l");
    reporter.balances(
        balances(event.path("B"), reader.currencies(), "a", "f", "l"),
        VenueTime.nanos(event.path("u").asLong()));
  }

  /** Balances with the names of their fields; coins whose code is none here are left out. */
  static List<Balance> balances(
      JsonNode rows, Currencies currencies, String asset, String free, String locked) {
    List<Balance> balances = new ArrayList<>();
    for (JsonNode each : rows) {
      String coin = text(each, asset);
      if (currencies.isCode(coin)) {
        add(balances, currencies, coin, text(each, free), text(each, locked));
      } else {
        LOG.debug("the balance of {} is left out: that is no code of a currency here", coin);
      }
    }
    return balances;
  }

  private static void add(
      List<Balance> balances, Currencies currencies, String coin, String free, String locked) {
    try {
      Money reserved = currencies.money(locked, coin);
      balances.add(new Balance(currencies.money(free, coin).plus(reserved), reserved));
    } catch (IllegalArgumentException | ArithmeticException e) {
      BALANCES.add(coin + ": " + e.getMessage());
    }
  }

  private void flow(JsonNode event) {
    String amount = text(event, "d");
    String id = text(event, "a") + "-" + text(event, "T") + "-" + amount;
    reporter.flow(
        id,
        reader.currencies().money(amount, text(event, "a")),
        VenueTime.nanos(event.path("T").asLong()));
  }

  private void report(JsonNode event) {
    book.report(event);
    SymbolRules known = rules.find(text(event, "s"));
    if (known == null) {
      questions.learn(text(event, "s"), () -> report(event));
    } else {
      reader.currencies().met(known.instrument());
      report(event, known.instrument());
    }
  }

  private void report(JsonNode event, Instrument instrument) {
    String venueId = text(event, "i");
    String original = text(event, "C");
    ClientOrderId called =
        OrderNames.read(original.isEmpty() ? text(event, "c") : original, venueId);
    ClientOrderId id = generations.learn(text(event, "s"), venueId, called);
    long time = VenueTime.nanos(event.path("T").asLong());
    if (generations.isOver(id, venueId)) {
      LOG.debug("order {} has taken the place of {}, of which this is", id, venueId);
      return;
    }
    switch (text(event, "x")) {
      case "NEW" -> begun(event, id, instrument, time);
      case "TRADE" -> traded(event, id, instrument, time);
      case "REPLACED" -> updated(event, id, instrument, time);
      case "CANCELED" -> canceled(event, id, time);
      case "REJECTED" -> rejected(event, id);
      case "EXPIRED" -> expired(event, id, time);
      case "TRADE_PREVENTION" -> prevented(event, id, instrument, time);
      default -> LOG.warn("Binance told of an unknown {} of order {}", text(event, "x"), id);
    }
  }

  private void begun(JsonNode event, ClientOrderId id, Instrument instrument, long time) {
    String venueId = text(event, "i");
    if (generations.isSuccessor(id, venueId)) {
      generations.replaced(id, venueId);
      updated(event, id, instrument, time);
    } else {
      reporter.accepted(id, venueId, takenAt(event));
    }
    triggered(event, id, time);
  }

  /** When it was taken, which a stop that begins to work now was long ago. */
  private static long takenAt(JsonNode event) {
    return VenueTime.nanos(event.path("O").asLong(event.path("T").asLong()));
  }

  /**
   * The word that it was taken may have been lost, or said to a former process: what comes later
   * says when that was.
   */
  private void taken(JsonNode event, ClientOrderId id) {
    String venueId = text(event, "i");
    if (!generations.isSuccessor(id, venueId)) {
      reporter.taken(id, venueId, takenAt(event));
    }
  }

  private void rejected(JsonNode event, ClientOrderId id) {
    taken(event, id);
    reporter.rejected(id, "REJECTED: reason=" + text(event, "r"));
  }

  /** What waited in a list and could not be placed was refused: nothing ended that had worked. */
  private void expired(JsonNode event, ClientOrderId id, long time) {
    String refusal = text(event, "r");
    boolean named = !refusal.isEmpty() && !refusal.equals("NONE");
    boolean listed = event.path("g").asLong(-1) >= 0 && !Amounts.isSome(text(event, "z"));
    if (listed && (named || text(event, "eR").equals("REJECTED"))) {
      rejected(event, id);
    } else {
      taken(event, id);
      reporter.expired(id, "EXPIRED: reason=" + text(event, "eR"), time);
    }
  }

  private void updated(JsonNode event, ClientOrderId id, Instrument instrument, long time) {
    OrderChange terms = OrderReader.terms(event, "q", "p", "P", instrument);
    if (terms != null) {
      reporter.updated(id, text(event, "i"), terms, time);
    }
  }

  private void triggered(JsonNode event, ClientOrderId id, long time) {
    if (Terms.isConditional(text(event, "o")) && event.path("w").asBoolean()) {
      reporter.triggered(id, time);
    }
  }

  private void traded(JsonNode event, ClientOrderId id, Instrument instrument, long time) {
    taken(event, id);
    boolean first = text(event, "z").equals(text(event, "l"));
    if (first && Terms.isConditional(text(event, "o"))) {
      reporter.triggered(id, time);
    }
    reporter.tell(new OrderReport.Filled(reader.executed(event, id, instrument)));
    if (text(event, "X").equals("FILLED") && Amounts.isSome(text(event, "Q"))) {
      filledForAmount(event, id, instrument, time);
    }
  }

  /** Nobody knows how much an order for an amount comes to until the venue says that it is all. */
  private void filledForAmount(JsonNode event, ClientOrderId id, Instrument instrument, long time) {
    reporter.tell(
        new OrderReport.Status(
            reporter.account(),
            id,
            text(event, "i"),
            OrderStatus.FILLED,
            Amounts.quantity(text(event, "z"), instrument),
            Money.of(text(event, "Z"), instrument.quote()),
            "",
            time));
  }

  private void canceled(JsonNode event, ClientOrderId id, long time) {
    boolean asked = generations.isCancelling(id);
    if (!asked && reporter.now() - startedAt < DOUBTFUL) {
      questions.standing(text(event, "s"), id, text(event, "i"));
    } else {
      taken(event, id);
      String by = asked ? "CANCELED_BY_TRADER" : "CANCELED_AT_VENUE";
      reporter.canceled(id, by + ": order=" + text(event, "i"), time);
    }
  }

  private void prevented(JsonNode event, ClientOrderId id, Instrument instrument, long time) {
    if (text(event, "X").startsWith("EXPIRED")) {
      reporter.expired(id, "SELF_TRADE: mode=" + text(event, "V"), time);
      return;
    }
    Quantity ordered = Amounts.quantity(text(event, "q"), instrument);
    Quantity left = ordered.minus(Amounts.quantity(text(event, "A"), instrument));
    if (left.isPositive()) {
      reporter.updated(id, text(event, "i"), OrderChange.quantity(left), time);
    }
  }
}
