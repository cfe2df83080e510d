package dev.bourse.exchange.simulated;

import static dev.bourse.api.model.Side.BUY;
import static dev.bourse.api.model.Side.SELL;
import static dev.bourse.testkit.Instruments.BTCUSD;
import static dev.bourse.testkit.Market.bar;
import static dev.bourse.testkit.TestOrders.limit;
import static dev.bourse.testkit.TestOrders.market;
import static dev.bourse.testkit.TestOrders.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.TrailingOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What bars do with stops, and with stops and limits together, by each policy. */
class StopsOnBarsTest {
  private static final Quantity ONE = Quantity.of("1");

  private static Desk desk(String... parameters) {
    List<String> all = new ArrayList<>(List.of("balances", "10000 USD,5 BTC", "slippage", "0"));
    all.addAll(List.of(parameters));
    return Desk.open(all.toArray(new String[0]))
        .feed(bar(BTCUSD, 60, "100.00 100.00 100.00 100.00", "50"));
  }

  private static Order stop(String trigger) {
    return order("stop", OrderSpec.stop(BTCUSD, SELL, ONE, Price.of(trigger)));
  }

  private static List<String> prices(Desk desk) {
    return desk.reports().stream()
        .filter(text -> text.contains(" Filled "))
        .map(text -> text.replace("Filled ", "").replaceAll(" x .*", ""))
        .toList();
  }

  @Test
  void aStopFillsAtItsTriggerOrAtTheWorseOpenOfAGap() {
    Desk inRange = desk().submit(60, stop("95.00"));
    Desk inGap = desk().submit(60, stop("95.00"));

    inRange.feed(bar(BTCUSD, 120, "100.00 101.00 94.00 99.00", "50"));
    inGap.feed(bar(BTCUSD, 120, "90.00 101.00 89.00 99.00", "50"));

    assertThat(prices(inRange)).containsExactly("stop 95.00");
    assertThat(prices(inGap)).containsExactly("stop 90.00");
  }

  @Test
  void aStopIsSetOffBeforeALimitOfTheSameBarIsFilled() {
    Desk desk =
        desk().submit(60, limit("limit", BTCUSD, SELL, "1", "105.00")).submit(60, stop("95"));

    desk.feed(bar(BTCUSD, 120, "100.00 110.00 90.00 100.00", "10"));

    assertThat(prices(desk)).containsExactly("stop 95.00");
  }

  @Test
  void theAssumedWayDecidesWhatComesFirst() {
    Desk highFirst = desk("bar.fill", "ohlc").submit(60, limit("limit", BTCUSD, SELL, "1", "105"));
    Desk nearerFirst =
        desk("bar.fill", "adaptive").submit(60, limit("limit", BTCUSD, SELL, "1", "105"));
    highFirst.submit(60, stop("95.00"));
    nearerFirst.submit(60, stop("95.00"));

    highFirst.feed(bar(BTCUSD, 120, "100.00 110.00 94.00 100.00", "20"));
    nearerFirst.feed(bar(BTCUSD, 120, "100.00 110.00 94.00 100.00", "20"));

    assertThat(prices(highFirst)).containsExactly("limit 105.00", "stop 95.00");
    assertThat(prices(nearerFirst)).containsExactly("stop 95.00", "limit 105.00");
  }

  @Test
  void aTrailingStopFollowsTheAssumedWay() {
    TrailingOffset five = new TrailingOffset.ByPrice(Price.of("5"));
    Order order = order("trail", OrderSpec.trailingStop(BTCUSD, SELL, ONE, five));
    Desk highFirst = desk("bar.fill", "ohlc").submit(60, order);
    Desk unknown = desk().submit(60, order);

    highFirst.feed(bar(BTCUSD, 120, "100.00 110.00 100.00 108.00", "50"));
    unknown.feed(bar(BTCUSD, 120, "100.00 110.00 100.00 108.00", "50"));

    assertThat(prices(highFirst)).containsExactly("trail 105.00");
    assertThat(prices(unknown)).isEmpty();
  }

  @Test
  void thePessimistPaysTheWorstPriceOfTheBar() {
    Desk desk =
        desk("bar.fill", "pessimistic")
            .submit(60, market("market", BTCUSD, BUY, "1"))
            .submit(60, stop("95.00"))
            .submit(60, limit("limit", BTCUSD, BUY, "1", "97.00"));

    desk.feed(bar(BTCUSD, 120, "100.00 110.00 94.00 100.00", "50"));
    List<String> first = prices(desk);
    desk.feed(bar(BTCUSD, 180, "100.00 110.00 96.00 96.50", "50"));

    assertThat(first).containsExactly("market 110.00", "stop 94.00");
    assertThat(prices(desk)).endsWith("limit 97.00");
  }

  @Test
  void anIfTouchedOrderIsSetOffAtItsPriceOrTheBetterOpen() {
    Desk inRange =
        desk().submit(60, order("a", OrderSpec.ifTouched(BTCUSD, BUY, ONE, Price.of("95"))));
    Desk inGap =
        desk().submit(60, order("a", OrderSpec.ifTouched(BTCUSD, BUY, ONE, Price.of("95"))));

    inRange.feed(bar(BTCUSD, 120, "100.00 110.00 95.00 100.00", "50"));
    inGap.feed(bar(BTCUSD, 120, "94.00 110.00 93.00 100.00", "50"));

    assertThat(prices(inRange)).containsExactly("a 95.00");
    assertThat(prices(inGap)).containsExactly("a 94.00");
  }

  @Test
  void whatTheBarCouldNotFillOfAStopGoesOnAtTheNextOpen() {
    Desk desk = desk().submit(60, stop("95.00"));

    desk.feed(
        bar(BTCUSD, 120, "100.00 101.00 94.00 99.00", "4"),
        bar(BTCUSD, 180, "98.00 101.00 94.00 99.00", "50"));

    assertThat(desk.fills())
        .containsExactly(
            "95.00 x 0.40000000 fee 0.09500000 USD TAKER",
            "98.00 x 0.60000000 fee 0.14700000 USD TAKER");
  }

  @Test
  void aTouchFillsByChanceThatTheSeedAndTheOrderDecide() {
    List<String> alone = touched("50", "7", 1);
    List<String> among = touched("50", "7", 40);

    assertThat(touched("0", "7", 40)).isEmpty();
    assertThat(touched("100", "7", 40)).hasSize(40);
    assertThat(among).hasSizeBetween(8, 32).containsAll(alone);
    assertThat(touched("50", "8", 40)).isNotEqualTo(among);
  }

  private static List<String> touched(String percent, String seed, int orders) {
    Desk desk = desk("touch", percent, "seed", seed);
    for (int i = orders; i >= 1; i--) {
      desk.submit(60, limit("o" + i, BTCUSD, BUY, "0.1", "95.00"));
    }
    return prices(desk.feed(bar(BTCUSD, 120, "100.00 110.00 95.00 100.00", "5000")));
  }
}
