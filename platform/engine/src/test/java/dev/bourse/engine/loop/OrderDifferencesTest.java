package dev.bourse.engine.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Liquidity;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Side;
import dev.bourse.api.trader.Discrepancy;
import dev.bourse.engine.Market;
import dev.bourse.engine.SampleOrders;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How many of our orders stood otherwise at the venue though nothing was known to be wrong. */
@Tag("N11")
class OrderDifferencesTest {
  private static final AccountId MAIN = new AccountId("main");
  private static final AccountId OTHER = new AccountId("other");
  private static final Fill FILL =
      new Fill(
          "7",
          new ClientOrderId("a"),
          MAIN,
          Market.BTC,
          Side.BUY,
          Market.BTC.price("90.00"),
          Market.BTC.quantity("1"),
          Market.BTC.quote().zero(),
          Liquidity.UNKNOWN,
          5,
          false);
  private static final String MAIN_COUNT = "orders.differing main";
  private final OrderDifferences differences = new OrderDifferences();

  private static AccountEvent.MassReport report(AccountId account, Fill... fills) {
    return new AccountEvent.MassReport(account, List.of(), List.of(fills), List.of(), 5, 5);
  }

  private void compared(Discrepancy... found) {
    differences.compared(report(MAIN, FILL), List.of(found));
  }

  private static Discrepancy differs(String subject, String venue, String action) {
    return new Discrepancy(MAIN, subject, "ACCEPTED, filled 0", venue, action);
  }

  private static Discrepancy order(String id, String venue) {
    return differs("order " + id, venue, "taken over");
  }

  @Test
  void whatAgreesIsCountedAsNone() {
    compared();

    assertThat(differences.depths()).containsExactly(Map.entry(MAIN_COUNT, 0L));
  }

  @Test
  void anOrderThatDiffersCountsOnceHoweverOftenItIsFound() {
    compared(order("a", "CANCELED"), order("b", "not listed"));

    compared(order("a", "CANCELED"), order("b", "CANCELED"));

    assertThat(differences.depths()).containsEntry(MAIN_COUNT, 2L);
  }

  @Test
  void anExecutionThatIsNotKnownIsADifferenceOfItsOrder() {
    compared(differs("fill 7", "BUY 1", "counted"), order("a", "not listed"));

    assertThat(differences.depths()).containsEntry(MAIN_COUNT, 1L);
  }

  @Test
  void oneThatAgreedInBetweenCountsAgain() {
    compared(order("a", "not listed"));
    compared();

    compared(order("a", "not listed"));

    assertThat(differences.depths()).containsEntry(MAIN_COUNT, 2L);
  }

  @Test
  void whatAQuestionForOneOrderFoundIsNotCountedOnceMoreByTheReportThatFollows() {
    Order ours = SampleOrders.order("a").with(OrderStatus.ACCEPTED, "", 1);
    OrderReport.Status venue =
        new OrderReport.Status(
            MAIN,
            ours.id(),
            "7",
            OrderStatus.CANCELED,
            ours.filled(),
            ours.filledNotional(),
            "",
            9);
    differences.found(ours, venue);

    compared(order("a", "CANCELED"));

    assertThat(differences.depths()).containsEntry(MAIN_COUNT, 1L);
  }

  @Test
  void whatIsNoOrderOfOursIsNotCounted() {
    compared(
        differs("order web-1", "ACCEPTED, filled 0", "left alone"),
        differs("balance USDT", "1 USDT", "unallocated"),
        differs("position BTCUSDT.BINANCE", "1", "generated"));

    assertThat(differences.depths()).containsEntry(MAIN_COUNT, 0L);
  }

  @Test
  void accountsAreCountedApartAndKeepTheirCountOverAnOutage() {
    compared(order("a", "CANCELED"));
    differences.compared(report(OTHER), List.of());

    differences.lost(MAIN);

    assertThat(differences.depths())
        .containsEntry(MAIN_COUNT, 1L)
        .containsEntry("orders.differing other", 0L);
  }
}
