package dev.bourse.exchange.simulated.venue;

import dev.bourse.api.event.Bar;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Margin;
import dev.bourse.api.model.MarginMode;
import dev.bourse.api.model.MarginTerms;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.PositionId;
import dev.bourse.api.model.PositionSide;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.VenueCause;
import dev.bourse.exchange.simulated.venue.Margins.Marks;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Closes positions whose account cannot bear them any longer: equity at or below the maintenance
 * margin. In cross mode all of a currency's positions go, in isolated mode the one position. Its
 * orders are cancelled first; it fills whole, at the worse of the mark and the market's price plus
 * slippage. What an account owes beyond what stood behind it is the venue's loss.
 */
final class Liquidations {
  /** Longer names of accounts would make ids longer than 40; cut, two could be the same. */
  private static final int MAX_NAME = 16;

  private final MarginRules rules;
  private final FillRules fills;
  private final VenueState state;
  private final Margins margins;
  private final Settlement settlement;
  private final Endings endings;
  private final Step step;

  Liquidations(
      MarginRules rules,
      FillRules fills,
      VenueState state,
      Margins margins,
      Settlement settlement,
      Endings endings,
      Step step) {
    this.rules = rules;
    this.fills = fills;
    this.state = state;
    this.margins = margins;
    this.settlement = settlement;
    this.endings = endings;
    this.step = step;
  }

  /**
   * The market of a contract moved, or its mark price; without one, positions may be judged by the
   * worst price of a bar.
   */
  void check(Book moved, @Nullable Bar bar, long time) {
    MarginTerms terms = rules.terms();
    if (terms == null) {
      return;
    }
    if (terms.hedged() && bar != null && isJudgedByBars(moved.market)) {
      check(moved, terms, at(moved, moved.instrument.price(bar.lowRaw())), time);
      check(moved, terms, at(moved, moved.instrument.price(bar.highRaw())), time);
    } else {
      Marks marks = (book, each) -> book == moved ? mark(book, each, bar) : Margins.judged(book);
      check(moved, terms, marks, time);
    }
  }

  /** Both sides at a time: a bar's low is not the price of one and its high that of the other. */
  private static Marks at(Book moved, Price price) {
    return (book, each) -> book == moved ? price : Margins.judged(book);
  }

  private void check(Book moved, MarginTerms terms, Marks marks, long time) {
    for (Position position : state.contracts.open(moved.instrument)) {
      if (terms.mode() == MarginMode.CROSS) {
        cross(position.account(), moved.instrument.settlement(), terms, marks, time);
      } else {
        isolated(moved, position, terms, marks.of(moved, position), time);
      }
    }
  }

  private @Nullable Price mark(Book book, Position position, @Nullable Bar bar) {
    if (bar == null || !isJudgedByBars(book.market)) {
      return Margins.judged(book);
    }
    return book.instrument.price(
        position.side() == PositionSide.SHORT ? bar.highRaw() : bar.lowRaw());
  }

  /** By the worst price of a bar, where nothing finer is known. */
  private boolean isJudgedByBars(MarketState market) {
    return rules.worst() && !(market.tradesSeen || market.quotesSeen || market.mark != null);
  }

  private void cross(
      AccountId account, Currency currency, MarginTerms terms, Marks marks, long time) {
    Margin margin = margins.of(account, currency, terms, marks);
    if (margin.maintenance().signum() == 0 || margin.equity().compareTo(margin.maintenance()) > 0) {
      return;
    }
    String why = "equity=" + margin.equity() + " maintenance=" + margin.maintenance();
    List<Book> books =
        state.books.stream()
            .filter(book -> !book.instrument.isSpot())
            .filter(book -> book.instrument.settlement().equals(currency))
            .toList();
    books.forEach(book -> cancelAll(book, account, time));
    for (Book book : books) {
      for (PositionId side : Sides.of(terms)) {
        Position position = state.contracts.position(account, book.instrument, side);
        close(book, position, marks.of(book, position), why, time);
      }
    }
    Money left = state.wallet(account).balance(currency).total();
    insure(account, left, time);
  }

  private void isolated(
      Book book, Position position, MarginTerms terms, @Nullable Price mark, long time) {
    if (mark == null) {
      return;
    }
    Instrument instrument = book.instrument;
    Money own = terms.initial(instrument, position.cost());
    Money equity = own.plus(position.unrealized(mark));
    Money worth = instrument.notional(mark, position.quantity());
    Money maintenance = terms.maintenance(instrument, worth);
    if (equity.compareTo(maintenance) > 0) {
      return;
    }
    cancelAll(book, position.account(), time);
    Money before = state.wallet(position.account()).balance(own.currency()).total();
    close(book, position, mark, "equity=" + equity + " maintenance=" + maintenance, time);
    Money after = state.wallet(position.account()).balance(own.currency()).total();
    insure(position.account(), after.minus(before).plus(own), time);
  }

  /** What is missing is the venue's loss. */
  private void insure(AccountId account, Money left, long time) {
    if (left.signum() < 0) {
      settlement.flow(account, "insurance", left.negate(), time);
    }
  }

  private void cancelAll(Book book, AccountId account, long time) {
    for (VenueOrder order : book.open()) {
      if (order.account.equals(account)) {
        endings.liquidated(book, order, time);
      }
    }
  }

  private void close(Book book, Position position, @Nullable Price mark, String why, long time) {
    if (position.isFlat() || mark == null) {
      return;
    }
    Side side = position.side() == PositionSide.LONG ? Side.SELL : Side.BUY;
    VenueOrder order = orderOf(book, position, side, time);
    OrderReport.Made made =
        new OrderReport.Made(
            order.account,
            order.id,
            order.spec,
            VenueCause.LIQUIDATION,
            why + " price=" + mark,
            time);
    step.made(made);
    state.contracts.made.add(made);
    state.put(order);
    settlement.liquidate(
        order, worse(book, side, onTick(book, side, mark)), rules.liquidationFee(), time);
    state.close(order);
    step.touch(order);
  }

  private VenueOrder orderOf(Book book, Position position, Side side, long time) {
    Quantity quantity = position.quantity().withDecimals(book.instrument.quantityDecimals());
    OrderSpec spec =
        OrderSpec.market(book.instrument, side, quantity).reducing().forPosition(position.id());
    long number = state.nextOrder++;
    VenueOrder order =
        new VenueOrder(
            number,
            position.account(),
            nameOf(position, number),
            spec,
            book.instrument,
            time,
            time);
    order.quantityRaw = quantity.raw();
    order.closedAt = time;
    return order;
  }

  /** A mark price has decimals of its own; nobody trades between the ticks. */
  private static long onTick(Book book, Side side, Price mark) {
    BigDecimal tick = new BigDecimal(book.instrument.tickSize().toString());
    RoundingMode away = side == Side.BUY ? RoundingMode.CEILING : RoundingMode.FLOOR;
    BigDecimal ticks = new BigDecimal(mark.toString()).divide(tick, 0, away);
    long tickRaw = book.instrument.tickSize().raw();
    return Math.max(tickRaw, Math.multiplyExact(ticks.longValueExact(), tickRaw));
  }

  private long worse(Book book, Side side, long markRaw) {
    long market = book.market.oppositeRaw(side);
    long tick = book.instrument.tickSize().raw();
    if (side == Side.BUY) {
      long price = Math.max(market, markRaw);
      return Math.addExact(price, fills.slippage().of(price, tick));
    }
    long price = market == 0 ? markRaw : Math.min(market, markRaw);
    return Math.max(tick, price - fills.slippage().of(price, tick));
  }

  /** Never used twice at this venue, and told apart from those of other venues by the account. */
  private static ClientOrderId nameOf(Position position, long number) {
    String account = position.account().value();
    String whose = account.length() <= MAX_NAME ? account : Integer.toHexString(account.hashCode());
    return new ClientOrderId("liquidation-" + number + "-" + whose);
  }
}
