package dev.bourse.exchange.simulated.venue;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Exposure;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Margin;
import dev.bourse.api.model.MarginTerms;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.PositionId;
import dev.bourse.api.model.PositionSide;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Side;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What margin accounts are bound by, and what they can still do. */
final class Margins {
  private static final List<PositionId> NONE = List.of();

  private final MarginRules rules;
  private final Fees fees;
  private final VenueState state;

  Margins(MarginRules rules, Fees fees, VenueState state) {
    this.rules = rules;
    this.fees = fees;
    this.state = state;
  }

  /** Why the account cannot have an order of the given worth, or null. */
  @Nullable String refusal(VenueOrder order, Money worth) {
    MarginTerms terms = rules.terms();
    if (terms == null) {
      return "NO_MARGIN_ACCOUNT: instrument=" + order.instrument.id();
    }
    if (Sides.closes(order.spec)) {
      return null;
    }
    Currency settlement = order.instrument.settlement();
    Money wallet = state.wallet(order.account).balance(settlement).free();
    List<Exposure> without = exposures(order.account, settlement, order, null);
    List<Exposure> with = exposures(order.account, settlement, order, worth);
    Margin now = Margin.of(terms, wallet, without);
    Money fee = worth.times(fees.highest(order), RoundingMode.UP);
    Money more = Margin.of(terms, wallet, with).initial().minus(now.initial());
    Money needed = more.plus(fee);
    boolean refused = more.signum() > 0 && needed.compareTo(now.available()) > 0;
    return refused
        ? "INSUFFICIENT_MARGIN: required=" + needed + " available=" + now.available()
        : null;
  }

  /** The margin of an account in one currency, at the prices that are known. */
  Margin of(AccountId account, Currency settlement, MarginTerms terms, Marks marks) {
    Money wallet = state.wallet(account).balance(settlement).free();
    List<Exposure> all = new ArrayList<>();
    for (Book book : state.books) {
      for (PositionId side : settles(book, settlement) ? Sides.of(terms) : NONE) {
        Position position = state.contracts.position(account, book.instrument, side);
        all.add(held(book, position, marks.of(book, position)));
      }
    }
    return Margin.of(terms, wallet, all);
  }

  private static boolean settles(Book book, Currency settlement) {
    Instrument instrument = book.instrument;
    return !instrument.isSpot() && instrument.settlement().equals(settlement);
  }

  private List<Exposure> exposures(
      AccountId account, Currency settlement, VenueOrder order, @Nullable Money worth) {
    List<Exposure> all = new ArrayList<>();
    for (Book book : state.books) {
      for (PositionId side : settles(book, settlement) ? Sides.of(rules.terms()) : NONE) {
        Position position = state.contracts.position(account, book.instrument, side);
        Exposure exposure = ordered(book, order, held(book, position, judged(book)), side);
        boolean own =
            book.instrument.id().equals(order.instrument.id())
                && order.spec.position().equals(side);
        all.add(own && worth != null ? exposure.plus(order.spec.side(), worth) : exposure);
      }
    }
    return all;
  }

  /** A price that is not known any more leaves a position at its cost. */
  private static Exposure held(Book book, Position position, @Nullable Price mark) {
    Exposure none = Exposure.none(book.instrument);
    if (position.isFlat()) {
      return none;
    }
    return mark != null
        ? none.plus(position, mark)
        : position.averagePrice().map(price -> none.plus(position, price)).orElse(none);
  }

  /** What closes a side of a hedged account adds nothing to it. */
  private static Exposure ordered(Book book, VenueOrder order, Exposure held, PositionId side) {
    Exposure sum = held;
    for (VenueOrder each : book.open()) {
      boolean counts = each.spec.position().equals(side) && !Sides.closes(each.spec);
      if (counts && each != order && each.account.equals(order.account)) {
        sum = sum.plus(each.spec.side(), each.reserved);
      }
    }
    return sum;
  }

  /** How much of an order that may only reduce is left of the position. */
  long reducible(VenueOrder order) {
    Position position =
        state.contracts.position(order.account, order.instrument, order.spec.position());
    boolean closes = !position.isFlat() && position.side() != sideOf(order.spec.side());
    return closes ? position.quantity().withDecimals(order.instrument.quantityDecimals()).raw() : 0;
  }

  private static PositionSide sideOf(Side side) {
    return side == Side.BUY ? PositionSide.LONG : PositionSide.SHORT;
  }

  /** The data's mark price, else the market's; null if neither is known. */
  static @Nullable Price judged(Book book) {
    Price mark = book.market.mark;
    long raw = book.market.middleOrLast();
    return mark != null ? mark : raw > 0 ? book.instrument.price(raw) : null;
  }

  /** At which price a position is judged; null for none. */
  interface Marks {
    @Nullable Price of(Book book, Position position);
  }
}
