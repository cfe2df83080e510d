package dev.bourse.risk.limits;

import static dev.bourse.testkit.Instruments.BTCUSD;
import static dev.bourse.testkit.Instruments.USD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.risk.RiskView;
import dev.bourse.testkit.ConfigFixtures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("A9")
class LimitsTest {
  private static final AccountId ACCOUNT = new AccountId("a");
  private static final StrategyId STRATEGY = new StrategyId("s");

  /** A market at 100.00 with some live orders and some money used. */
  private static final class View implements RiskView {
    private final List<Order> live = new ArrayList<>();
    private Optional<Price> last = Optional.of(BTCUSD.price("100.00"));
    private Money used = USD.zero();

    @Override
    public long time() {
      return 0;
    }

    @Override
    public Optional<Price> referencePrice(Instrument instrument) {
      return last;
    }

    @Override
    public Position position(AccountId account, StrategyId strategy, Instrument instrument) {
      return Position.flat(account, strategy, instrument);
    }

    @Override
    public List<Position> positions() {
      return List.of();
    }

    @Override
    public List<Order> liveOrders() {
      return live;
    }

    @Override
    public Optional<Balance> balance(AccountId account, Currency currency) {
      return Optional.empty();
    }

    @Override
    public Money used(AccountId account, StrategyId strategy, Currency quote) {
      return used;
    }
  }

  private final View view = new View();

  private static Order order(OrderSpec spec) {
    return new Order(
        new ClientOrderId("o"),
        ACCOUNT,
        STRATEGY,
        spec,
        OrderStatus.INITIALIZED,
        false,
        null,
        Quantity.zero(8),
        USD.zero(),
        true,
        null,
        0,
        0,
        "");
  }

  private static Order buy(String quantity, String price) {
    return order(OrderSpec.limit(BTCUSD, Side.BUY, BTCUSD.quantity(quantity), BTCUSD.price(price)));
  }

  private String decide(Order order, String... limits) {
    LimitsFactory.Config config = ConfigFixtures.of(LimitsFactory.Config.class, limits);
    return new LimitsFactory().create(config).check(order, view).toString();
  }

  @Test
  void letsPassWhatIsExactlyAtEveryLimit() {
    String decision =
        decide(
            buy("5", "100.00"),
            "max.order.notional",
            "500",
            "max.position",
            "500",
            "max.open.orders",
            "1",
            "allotment",
            "500");

    assertThat(decision)
        .isEqualTo(
            "Passed[values=notional=500.00000000 USD position=500.00000000 USD open_orders=1]");
  }

  @Test
  void deniesAnOrderAboveItsNotional() {
    assertThat(decide(buy("5.01", "100.00"), "max.order.notional", "500"))
        .isEqualTo("MAX_ORDER_NOTIONAL: value=501.00000000 USD limit=500.00 USD");
  }

  @Test
  @Tag("N23")
  void takesAnOrderForAnAmountAtItsAmount() {
    OrderSpec wanted = OrderSpec.marketFor(BTCUSD, Side.BUY, Money.of("500.01", USD));
    Order order = order(wanted.comingTo(BTCUSD.quantity("5.1")));
    view.live.add(order);

    String notional = decide(order, "max.order.notional", "500");
    String position = decide(order, "max.position", "1000");

    assertThat(notional).isEqualTo("MAX_ORDER_NOTIONAL: value=500.01000000 USD limit=500.00 USD");
    assertThat(position).isEqualTo("MAX_POSITION: value=1000.02000000 USD limit=1000.00 USD");
  }

  @Test
  void countsLiveEntriesIntoThePosition() {
    view.live.add(buy("3", "100.00"));

    assertThat(decide(buy("3", "100.00"), "max.position", "500"))
        .isEqualTo("MAX_POSITION: value=600.00000000 USD limit=500.00 USD");
  }

  @Test
  void deniesOneOrderTooMany() {
    view.live.add(buy("1", "100.00"));

    assertThat(decide(buy("1", "100.00"), "max.open.orders", "1"))
        .isEqualTo("MAX_OPEN_ORDERS: value=2 limit=1");
  }

  @Test
  void deniesABuyFarAboveTheMarketAndNotOneFarBelow() {
    String above = decide(buy("1", "105.01"), "price.band", "5");
    String below = decide(buy("1", "50.00"), "price.band", "5");

    assertThat(above).isEqualTo("PRICE_BAND: price=105.01 last=100.00 limit=5.0%");
    assertThat(below).startsWith("Passed");
  }

  @Test
  @Tag("A8")
  void deniesWhatWouldUseMoreThanTheAllotment() {
    view.used = Money.of("450", USD);

    assertThat(decide(buy("1", "100.00"), "allotment", "500"))
        .isEqualTo("ALLOTMENT: value=550.00000000 USD limit=500.00 USD");
  }

  @Test
  void deniesWithoutAPrice() {
    view.last = Optional.empty();

    assertThat(decide(buy("1", "100.00"))).isEqualTo("NO_PRICE: instrument=" + BTCUSD.id());
  }

  @Test
  @Tag("A13")
  void refusesALimitThatIsNoAmount() {
    assertThatThrownBy(() -> decide(buy("1", "100.00"), "max.position", "lots"))
        .hasMessage("max.position=lots must be an amount like 10000");
    assertThatThrownBy(() -> decide(buy("1", "100.00"), "max.position", "-1"))
        .hasMessage("max.position=-1 must be above zero; leave it empty for no limit");
  }
}
