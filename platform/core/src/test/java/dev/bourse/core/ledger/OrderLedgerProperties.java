package dev.bourse.core.ledger;

import static dev.bourse.core.Fixture.ACCOUNT;
import static dev.bourse.core.Fixture.BTC;
import static dev.bourse.core.Fixture.USD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Liquidity;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.OrderType;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.core.Fixture;
import dev.bourse.core.portfolio.Portfolio;
import dev.bourse.core.portfolio.PositionKey;
import dev.bourse.core.portfolio.UserKey;
import dev.bourse.core.risk.RiskGate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

/** Everything the ledger counts on the way equals what a walk over all orders finds. */
class OrderLedgerProperties {
  private static final int KEEP_CLOSED = 7;
  private static final List<StrategyId> STRATEGIES =
      List.of(new StrategyId("one"), new StrategyId("two"));

  /** Two instruments, and a later version of the first with a finer step. */
  private static final List<Instrument> INSTRUMENTS =
      List.of(Fixture.instrument("BTCUSD.TEST"), Fixture.instrument("ETHUSD.TEST"), finer());

  private final Portfolio portfolio = new Portfolio();
  private final OrderLedger ledger = new OrderLedger(portfolio, KEEP_CLOSED);
  private final NaiveLedger naive = new NaiveLedger(KEEP_CLOSED);
  private int made;

  private static Instrument finer() {
    Instrument before = Fixture.instrument("BTCUSD.TEST");
    return new Instrument(
        before.id(),
        2,
        before.base(),
        before.quote(),
        Price.of("0.001"),
        Quantity.of("0.000001"),
        before.minQuantity(),
        before.maxQuantity(),
        before.minNotional(),
        before.makerFee(),
        before.takerFee(),
        true);
  }

  @Property(tries = 150)
  @Tag("P4")
  @Tag("N14")
  void countsAreWhatAWalkOverAllOrdersFinds(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 120) int steps) {
    Random random = new Random(seed);

    for (int step = 0; step < steps; step++) {
      List<Order> live = naive.liveOrders();
      if (live.isEmpty() || random.nextInt(3) == 0) {
        begin(random);
      } else {
        move(live.get(random.nextInt(live.size())), random);
      }
    }

    assertThat(ledger.all()).isEqualTo(naive.all());
    assertThat(ledger.live()).isEqualTo(naive.liveOrders());
    assertThat(ledger.liveCount()).isEqualTo(naive.liveOrderCount());
    assertThat(naive.all()).allSatisfy(order -> assertThat(find(order)).isEqualTo(order));
    STRATEGIES.forEach(this::compare);
    compareTotals();
  }

  private Order find(Order order) {
    return ledger.find(new ClientOrderId(order.id().value()));
  }

  private void begin(Random random) {
    Instrument instrument = INSTRUMENTS.get(random.nextInt(INSTRUMENTS.size()));
    Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
    Quantity quantity = instrument.quantity(1 + random.nextInt(90_000) * 1L);
    Price price = instrument.price(1 + random.nextInt(50_000) * 1L);
    OrderSpec spec =
        random.nextInt(3) == 0
            ? OrderSpec.market(instrument, side, quantity)
            : OrderSpec.limit(instrument, side, quantity, price);
    boolean denied = random.nextInt(6) == 0;
    Order order = order(spec, random, denied ? OrderStatus.DENIED : OrderStatus.INITIALIZED);
    naive.add(order);
    if (denied) {
      ledger.addDenied(order);
    } else {
      ledger.add(RiskGate.recorded(new TurnResult.OrderApproved(order, "", List.of())));
    }
  }

  private Order order(OrderSpec spec, Random random, OrderStatus status) {
    return new Order(
        new ClientOrderId("o-" + made++),
        ACCOUNT,
        STRATEGIES.get(random.nextInt(STRATEGIES.size())),
        spec,
        status,
        false,
        null,
        Quantity.zero(spec.instrument().quantityDecimals()),
        USD.zero(),
        random.nextInt(3) > 0,
        random.nextInt(9) == 0 ? null : spec.instrument().price(10_000L),
        made,
        made,
        "");
  }

  private void move(Order order, Random random) {
    Order after =
        switch (random.nextInt(12)) {
          case 0 -> OrderMoves.sent(order, 1);
          case 1 ->
              OrderMoves.accepted(order, new OrderReport.Accepted(ACCOUNT, order.id(), "v", 1), 1);
          case 2 -> OrderMoves.cancelRequested(order, "", 1);
          case 3 -> OrderMoves.canceled(order, "", 1);
          case 4 -> OrderMoves.doubted(order, "", 1);
          case 5 -> OrderMoves.cancelFailed(order, "", 1);
          case 6 -> ExitMoves.rejected(order, "", 1);
          case 7 -> OrderMoves.updateRequested(order, change(order, random), 1);
          case 8 -> OrderMoves.updateFailed(order, "", 1);
          case 9 -> OrderMoves.updated(order, "v2", change(order, random), 1);
          default -> OrderMoves.filled(order, fill(order, random), 1);
        };
    naive.update(after);
    ledger.update(after);
  }

  private static OrderChange change(Order order, Random random) {
    Instrument instrument = order.spec().instrument();
    Quantity quantity = order.filled().plus(instrument.quantity(1 + random.nextInt(90_000) * 1L));
    boolean priced = order.spec().type() == OrderType.LIMIT && random.nextBoolean();
    Price price = priced ? instrument.price(1 + random.nextInt(50_000) * 1L) : null;
    return new OrderChange(quantity, price, null);
  }

  private static Fill fill(Order order, Random random) {
    Instrument instrument = order.spec().instrument();
    long left = Math.max(1, order.unfilled().raw());
    long part = random.nextBoolean() ? left : 1 + random.nextInt((int) left);
    return new Fill(
        "f",
        order.id(),
        ACCOUNT,
        instrument,
        order.spec().side(),
        instrument.price(10_000L),
        instrument.quantity(part),
        USD.zero(),
        Liquidity.TAKER,
        1,
        false);
  }

  private void compare(StrategyId strategy) {
    UserKey user = new UserKey(ACCOUNT, strategy);
    assertThat(ledger.reserved(user, USD)).isEqualTo(naive.reserved(user, USD));
    assertThat(ledger.reserved(user, BTC)).isEqualTo(naive.reserved(user, BTC));
    for (Instrument instrument : INSTRUMENTS) {
      compare(new PositionKey(ACCOUNT, strategy, instrument.id()), finest(instrument));
    }
  }

  /** Sums of both versions need the decimals of the finer one. */
  private static Instrument finest(Instrument instrument) {
    return instrument.id().equals(INSTRUMENTS.get(2).id()) ? INSTRUMENTS.get(2) : instrument;
  }

  private void compare(PositionKey owner, Instrument instrument) {
    Price reference = instrument.price(12_345L);
    int decimals = instrument.quantityDecimals();
    OwnerBook book = ledger.book(owner);
    List<Order> live = naive.live(owner);
    assertThat(ledger.live(owner)).isEqualTo(live);
    assertThat(book.size()).isEqualTo(live.size());
    assertThat(book.isEmpty()).isEqualTo(live.isEmpty());
    assertThat(book.hasEntry()).isEqualTo(live.stream().anyMatch(Order::entry));
    assertThat(book.hasUnknown()).isEqualTo(live.stream().anyMatch(Order::unknown));
    for (Side side : Side.values()) {
      assertThat(book.hasMarket(side)).isEqualTo(naive.hasMarket(owner, side));
      assertThat(book.outstanding(side, decimals))
          .isEqualTo(naive.outstanding(owner, side, decimals));
    }
    assertThat(book.working(reference, instrument))
        .isEqualTo(naive.working(ACCOUNT, owner.strategy(), instrument, reference));
    assertThat(ledger.hasUnknown(instrument.id())).isEqualTo(naive.hasUnknown(instrument.id()));
  }

  private void compareTotals() {
    assertThat((long) ledger.cancellableEntries()).isEqualTo(naive.cancellable(Order::entry));
    assertThat((long) ledger.cancellable())
        .isEqualTo(
            naive.cancellable(order -> order.entry() || order.spec().type() != OrderType.MARKET));
    List<Balance> balances = new ArrayList<>(portfolio.balances(ACCOUNT));
    assertThat(balances)
        .allSatisfy(each -> assertThat(each.reserved()).isEqualTo(naive.reserved(each.currency())));
  }
}
