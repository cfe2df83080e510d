package dev.bourse.exchange.simulated.venue;

import dev.bourse.api.filter.OrderFilters;
import dev.bourse.api.filter.Surroundings;
import dev.bourse.api.filter.Wanted;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Rate;
import dev.bourse.api.model.TrailingOffset;
import dev.bourse.api.model.Trigger;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges orders by the filters that the venue of an instrument publishes, as that venue would: by
 * what is known here for certain. Filters that are not known to {@link OrderFilters} are not
 * applied.
 */
final class Filtering {
  private static final long BASIS_POINT = Rate.ONE / 10_000;

  private final VenueState state;

  Filtering(VenueState state) {
    this.state = state;
  }

  /**
   * What a filter has against a new order: its name, the numbers, and the words that the venue has
   * for it; null if nothing is.
   */
  @Nullable String problem(Pending submit, Book book) {
    if (book.filters().isEmpty()) {
      return null;
    }
    Listed list = Listed.of(state, submit, book);
    Wanted.Role role = list.isMade() ? Wanted.Role.ARRIVED_LISTED : Wanted.Role.ARRIVED;
    Around around = new Around(state, submit.account(), book, null, list.group());
    return inVenueWords(
        OrderFilters.problem(book.filters(), wanted(submit.spec(), book, role), around));
  }

  /** The same of a change that makes a new order of one. */
  @Nullable String problem(VenueOrder itself, OrderSpec changed, Book book) {
    if (book.filters().isEmpty()) {
      return null;
    }
    Around around = new Around(state, itself.account, book, itself, null);
    return inVenueWords(
        OrderFilters.problem(book.filters(), wanted(changed, book, Wanted.Role.ARRIVED), around));
  }

  /** The same of a change that leaves an order in its place. */
  static @Nullable String amendProblem(VenueOrder order, Book book) {
    int most = book.mostAmends();
    return most == 0 || order.amends < most
        ? null
        : inVenueWords("MAX_NUM_ORDER_AMENDS: amends=" + order.amends + " max=" + most);
  }

  private static @Nullable String inVenueWords(@Nullable String problem) {
    return problem == null
        ? null
        : problem + " message=Filter failure: " + problem.substring(0, problem.indexOf(':'));
  }

  private static Wanted wanted(OrderSpec spec, Book book, Wanted.Role role) {
    Wanted wanted = Wanted.of(spec, type(spec), delta(spec.trigger()), role);
    Price price = spec.amount() == null ? null : OrderChecks.expected(spec.side(), book);
    return spec.amount() == null || price == null
        ? wanted
        : wanted.withQuantity(
            new BigDecimal(book.instrument.quantityFor(spec.amount(), price).toString()));
  }

  private static String type(OrderSpec spec) {
    return switch (spec.type()) {
      case MARKET -> "MARKET";
      case LIMIT, MARKET_TO_LIMIT -> "LIMIT";
      case STOP_MARKET, TRAILING_STOP_MARKET -> "STOP_LOSS";
      case STOP_LIMIT, TRAILING_STOP_LIMIT -> "STOP_LOSS_LIMIT";
      case MARKET_IF_TOUCHED -> "TAKE_PROFIT";
      case LIMIT_IF_TOUCHED -> "TAKE_PROFIT_LIMIT";
    };
  }

  /** In hundredths of a percent, the only unit that such filters have. */
  private static @Nullable Long delta(@Nullable Trigger trigger) {
    TrailingOffset offset = trigger == null ? null : trigger.trailing();
    return offset instanceof TrailingOffset.ByShare share
        ? share.share().raw() / BASIS_POINT
        : null;
  }

  /**
   * The account and the market as they are now.
   *
   * @param itself the order as it is there, if this is a change of it
   * @param list the orders with which it makes a list, which are not counted as one beside it
   */
  private record Around(
      VenueState state,
      AccountId account,
      Book book,
      @Nullable VenueOrder itself,
      @Nullable Group list)
      implements Surroundings {
    @Override
    public Counts counts() {
      return counted(
          open().stream()
              .filter(each -> each.instrument.id().equals(book.instrument.id()))
              .toList());
    }

    @Override
    public Counts everywhere() {
      return counted(open());
    }

    private List<VenueOrder> open() {
      return state.open(account).stream().filter(each -> each != itself).toList();
    }

    private Counts counted(List<VenueOrder> open) {
      int algo = (int) open.stream().filter(each -> each.spec.type().isConditional()).count();
      int hidden = (int) open.stream().filter(each -> each.spec.displayQuantity() != null).count();
      return new Counts(open.size(), algo, hidden, Listed.count(open, list));
    }

    @Override
    public BigDecimal position() {
      Currency base = book.instrument.base();
      BigDecimal sum = new BigDecimal(state.wallet(account).balance(base).total().amount());
      for (VenueOrder each : open()) {
        if (each.isBuy() && each.instrument.base().equals(base)) {
          sum = sum.add(new BigDecimal(each.instrument.quantity(each.remainingRaw()).toString()));
        }
      }
      return sum;
    }

    /** One average: the venue's own. */
    @Override
    public @Nullable Range traded(Duration time) {
      BigDecimal average = book.market.traded.average(state.time, time);
      if (average == null && book.market.lastRaw != 0) {
        average = new BigDecimal(book.instrument.price(book.market.lastRaw).toString());
      }
      return average == null ? null : new Range(average, average);
    }
  }
}
