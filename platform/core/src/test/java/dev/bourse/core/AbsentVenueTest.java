package dev.bourse.core;

import static dev.bourse.core.Fixture.ACCOUNT;
import static dev.bourse.core.Fixture.BTCUSD;
import static dev.bourse.core.Fixture.SECOND;
import static dev.bourse.core.Fixture.USD;
import static dev.bourse.core.OneBitcoin.ONE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.ConnectionChanged;
import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.model.VenueCause;
import dev.bourse.api.strategy.Orders;
import dev.bourse.api.strategy.Strategy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What is decided while the venue is away, for a person who holds 1 BTC and has an entry resting
 * there.
 */
@Tag("N27")
class AbsentVenueTest {
  private static final ClientOrderId LIQUIDATION = new ClientOrderId("venue-1");

  private final Fixture trader = new Fixture();
  private ClientOrderId resting = LIQUIDATION;

  @BeforeEach
  void losesTheConnection() {
    trader.running(new OnTrade(orders -> {}));
    trader.trade("100.00");
    Order entry = submit(OrderSpec.market(BTCUSD, Side.BUY, ONE));
    trader.accept(entry.id());
    trader.fill(entry.id(), "1", "100.00", USD.zero());
    resting = submit(OrderSpec.limit(BTCUSD, Side.BUY, ONE, BTCUSD.price("90.00"))).id();
    trader.accept(resting);
    connected(false);
    trader.commands().clear();
  }

  private Order submit(OrderSpec spec) {
    trader.on(new ControlEvent.Submit(spec, "op"));
    return trader.last();
  }

  /** A person closes everything. */
  private Order exit() {
    return submit(OrderSpec.market(BTCUSD, Side.SELL, ONE).reducing());
  }

  private void cancel(ClientOrderId id) {
    trader.on(new ControlEvent.Cancel(id, "op"));
  }

  private void connected(boolean up) {
    trader.now(trader.now() + SECOND);
    trader.on(new ConnectionChanged(ACCOUNT, up, up ? "" : "cut", trader.now()));
  }

  /** The venue sold a part by itself while nobody could hear of it. */
  private void liquidated(String quantity) {
    OrderSpec spec = OrderSpec.market(BTCUSD, Side.SELL, BTCUSD.quantity(quantity));
    trader.on(
        new OrderReport.Made(
            ACCOUNT, LIQUIDATION, spec, VenueCause.LIQUIDATION, "equity=1", trader.now()));
    trader.fill(LIQUIDATION, quantity, "100.00", USD.zero());
  }

  /** The venue's report, as the books have it. */
  private void reconcile() {
    trader.now(trader.now() + SECOND);
    trader.on(
        new AccountEvent.MassReport(
            ACCOUNT,
            List.of(),
            List.of(),
            trader.core().state().portfolio().balances(ACCOUNT),
            trader.now(),
            trader.now()));
  }

  /** What was to be sent, but questions. */
  private List<String> sent() {
    List<String> all = new ArrayList<>();
    trader
        .commands()
        .forEach(each -> all.add(each.getClass().getSimpleName() + " " + each.orderId()));
    all.removeIf(each -> each.startsWith("Query"));
    return all;
  }

  private TraderStatus status() {
    return trader.core().state().flags().status();
  }

  @Test
  void anExitThatWasCancelledWhileItWaitedNeverLeaves() {
    Order exit = exit();

    cancel(exit.id());
    connected(true);
    reconcile();

    assertThat(sent()).isEmpty();
    assertThat(trader.order(exit.id()).status()).isEqualTo(OrderStatus.CANCELED);
    assertThat(trader.order(exit.id()).reason()).isEqualTo("by op");
  }

  @Test
  void aCancelLeavesAsSoonAsTheVenueIsBack() {
    cancel(resting);

    connected(true);

    assertThat(status()).isEqualTo(TraderStatus.RECONCILING);
    assertThat(sent()).containsExactly("Cancel " + resting);
  }

  @Test
  void anExitLeavesWhenItIsKnownWhatTheVenueDidMeanwhile() {
    Order exit = exit();

    connected(true);
    List<String> before = sent();
    reconcile();

    assertThat(before).isEmpty();
    assertThat(sent()).containsExactly("Submit " + exit.id());
  }

  @Test
  void anExitOfWhatTheVenueSoldMeanwhileEndsHere() {
    Order exit = exit();

    connected(true);
    liquidated("1");
    reconcile();

    assertThat(sent()).isEmpty();
    assertThat(trader.order(exit.id()).status()).isEqualTo(OrderStatus.CANCELED);
    assertThat(trader.order(exit.id()).reason()).startsWith("NOTHING_LEFT: ");
  }

  @Test
  void anExitOfMoreThanIsLeftIsDenied() {
    Order exit = exit();

    connected(true);
    liquidated("0.4");
    reconcile();

    assertThat(sent()).isEmpty();
    assertThat(trader.order(exit.id()).status()).isEqualTo(OrderStatus.DENIED);
    assertThat(trader.order(exit.id()).reason()).startsWith("NOT_REDUCING: ");
  }

  @Test
  void aStopThatWasSetOffHereWaitsForTheReportAsWell() {
    OrderSpec spec = OrderSpec.stop(BTCUSD, Side.SELL, ONE, BTCUSD.price("95.00")).reducing();
    Order stop = submit(spec);

    trader.trade("94.00");
    connected(true);
    OrderStatus waiting = trader.order(stop.id()).status();
    List<String> before = sent();
    reconcile();

    assertThat(waiting).isEqualTo(OrderStatus.RELEASED);
    assertThat(before).isEmpty();
    assertThat(sent()).containsExactly("Submit " + stop.id());
  }

  @Test
  void aStopThatIsSetOffBeforeTheReportWaitsForIt() {
    OrderSpec spec = OrderSpec.stop(BTCUSD, Side.SELL, ONE, BTCUSD.price("95.00")).reducing();
    Order stop = submit(spec);

    connected(true);
    trader.trade("94.00");
    List<String> before = sent();
    reconcile();

    assertThat(before).isEmpty();
    assertThat(sent()).containsExactly("Submit " + stop.id());
  }

  @Test
  void anExitLeavesBeforeWhatAStrategyWantsFirst() {
    Order exit = exit();
    trader.bind(
        new Strategy() {
          @Override
          public void onStart(Orders orders) {
            orders.buyMarket(ONE);
          }
        });

    connected(true);
    reconcile();

    assertThat(sent()).containsExactly("Submit " + exit.id(), "Submit " + trader.last().id());
    assertThat(trader.last().spec().side()).isEqualTo(Side.BUY);
  }
}
