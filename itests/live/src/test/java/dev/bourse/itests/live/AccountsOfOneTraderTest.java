package dev.bourse.itests.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.Balance;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.trader.TraderSnapshot;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One trader with two accounts of different keys at one venue, and a strategy on each. */
@Tag("N6")
class AccountsOfOneTraderTest {
  private static final String NOTHING_SPENT = "100000.00000000 USDT";

  @TempDir private Path folder;
  private final Errands errands = new Errands();
  private LiveBench bench;
  private Instrument instrument;

  @BeforeEach
  void open() {
    bench = LiveBench.twoAccounts(folder, errands).running();
    instrument = bench.trader().snapshot().feeds().get(0).instrument();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private void buys(String strategy, String quantity) {
    send(strategy, OrderSpec.market(instrument, Side.BUY, Quantity.of(quantity)));
  }

  private void bids(String strategy, String quantity, String price) {
    send(strategy, OrderSpec.limit(instrument, Side.BUY, Quantity.of(quantity), Price.of(price)));
  }

  private void send(String strategy, OrderSpec spec) {
    errands.send(strategy, spec);
    bench.trade("60000.00");
  }

  /** The orders of a trader, sorted: account, strategy, side, quantity and status. */
  private static List<String> orders(TraderSnapshot snapshot) {
    return snapshot.orders().stream().map(AccountsOfOneTraderTest::text).sorted().toList();
  }

  private static String text(Order order) {
    return String.join(
        " ",
        order.account().value(),
        order.strategy().value(),
        order.spec().side().name(),
        order.spec().quantity().toString(),
        order.status().name());
  }

  private TraderSnapshot await(String... wanted) {
    return bench.await(
        "orders are " + List.of(wanted), snapshot -> orders(snapshot).equals(List.of(wanted)));
  }

  /** What is held, sorted: account, strategy and quantity. */
  private static List<String> held(TraderSnapshot snapshot) {
    return snapshot.positions().stream()
        .filter(each -> !each.isFlat())
        .map(each -> each.account() + " " + each.strategy() + " " + each.quantity())
        .sorted()
        .toList();
  }

  private static Balance quote(TraderSnapshot snapshot, String account) {
    return snapshot.accounts().stream()
        .filter(each -> each.id().value().equals(account))
        .flatMap(each -> each.balances().stream())
        .filter(each -> each.currency().code().equals("USDT"))
        .findFirst()
        .orElseThrow();
  }

  private static boolean has(TraderSnapshot snapshot, String account, String total) {
    return quote(snapshot, account).total().toString().equals(total);
  }

  private String atVenue(String account) {
    return bench.venue.ask(account, "GET /api/v3/allOrders", "symbol", "BTCUSDT");
  }

  private static String idOf(TraderSnapshot snapshot, String account) {
    return snapshot.orders().stream()
        .filter(each -> each.account().value().equals(account))
        .map(each -> each.id().value())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatOneStrategyOrdersStandsInItsOwnAccountAlone() {
    bids("alice", "0.5", "50000.00");
    TraderSnapshot after = await("alice alice BUY 0.50000 ACCEPTED");

    String order = idOf(after, "alice");

    assertThat(atVenue("alice")).contains(order);
    assertThat(atVenue("carol")).isEqualTo("[]");
    assertThat(quote(after, "alice").reserved().signum()).isPositive();
    assertThat(quote(after, "carol").total()).hasToString(NOTHING_SPENT);
    assertThat(quote(after, "carol").reserved().signum()).isZero();
    assertThat(errands.told("carol")).isEmpty();
  }

  @Test
  @Tag("B5")
  void fillsMoneyAndPositionsOfOneAreNeverTheOthers() {
    buys("alice", "0.5");
    bids("carol", "0.25", "50000.00");
    TraderSnapshot after =
        await("alice alice BUY 0.50000 FILLED", "carol carol BUY 0.25000 ACCEPTED");
    String bought = idOf(after, "alice");
    String resting = idOf(after, "carol");
    LiveBench.waitUntil("alice hears of it", () -> errands.told("alice").contains(bought));

    assertThat(held(after)).containsExactly("alice alice 0.49950000");
    bench.await(
        "the money of alice is spent", snapshot -> has(snapshot, "alice", "69999.99500000 USDT"));
    assertThat(quote(bench.trader().snapshot(), "carol").total()).hasToString(NOTHING_SPENT);
    assertThat(errands.told("alice")).containsOnly(bought);
    assertThat(errands.told("carol")).doesNotContain(bought).allMatch(resting::equals);
    assertThat(atVenue("alice")).contains(bought).doesNotContain(resting);
    assertThat(atVenue("carol")).contains(resting).doesNotContain(bought);
  }

  @Test
  void theSamePositionInBothIsTwoPositionsAndSellingOneLeavesTheOther() {
    buys("alice", "0.5");
    buys("carol", "0.25");
    await("alice alice BUY 0.50000 FILLED", "carol carol BUY 0.25000 FILLED");

    send("carol", OrderSpec.market(instrument, Side.SELL, Quantity.of("0.2")));
    TraderSnapshot after =
        await(
            "alice alice BUY 0.50000 FILLED",
            "carol carol BUY 0.25000 FILLED",
            "carol carol SELL 0.20000 FILLED");

    assertThat(held(after)).containsExactly("alice alice 0.49950000", "carol carol 0.04975000");
  }

  @Test
  @Tag("B11")
  void aFillWhileTheTraderWasAwayIsFoundInTheAccountThatItWasOn() {
    buys("alice", "0.5");
    bids("carol", "0.25", "50000.00");
    await("alice alice BUY 0.50000 FILLED", "carol carol BUY 0.25000 ACCEPTED");

    bench.restart(() -> bench.quote("49000.00", "49000.01"));
    TraderSnapshot after =
        await("alice alice BUY 0.50000 FILLED", "carol carol BUY 0.25000 FILLED");
    bench.await("it runs", snapshot -> snapshot.status() == TraderStatus.RUNNING);

    assertThat(after.orders()).allMatch(each -> each.status() == OrderStatus.FILLED);
    assertThat(held(bench.trader().snapshot()))
        .containsExactly("alice alice 0.49950000", "carol carol 0.24975000");
  }
}
