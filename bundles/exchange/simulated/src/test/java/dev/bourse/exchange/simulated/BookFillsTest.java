package dev.bourse.exchange.simulated;

import static dev.bourse.api.model.Side.BUY;
import static dev.bourse.api.model.Side.SELL;
import static dev.bourse.testkit.Instruments.BTCUSD;
import static dev.bourse.testkit.Market.book;
import static dev.bourse.testkit.Market.change;
import static dev.bourse.testkit.Market.quote;
import static dev.bourse.testkit.Market.trade;
import static dev.bourse.testkit.TestOrders.limit;
import static dev.bourse.testkit.TestOrders.market;
import static dev.bourse.testkit.TestOrders.order;
import static dev.bourse.testkit.TestOrders.postOnly;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.DataGap;
import dev.bourse.api.event.FullBook;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.TimeInForce;
import dev.bourse.testkit.Market;
import dev.bourse.testkit.TestStore;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Offers 101.00 x 0.4, 102.00 x 0.5, 104.00 x 9; bids 99.00 x 3, 98.00 x 5. No slippage. */
class BookFillsTest {
  private static final FullBook BOOK =
      book(BTCUSD, 10, 100, "99.00 3, 98.00 5", "101.00 0.4, 102.00 0.5, 104.00 9");

  private static Desk desk(String... more) {
    String[] parameters = new String[more.length + 2];
    parameters[0] = "slippage";
    parameters[1] = "0";
    System.arraycopy(more, 0, parameters, 2, more.length);
    return Desk.open(parameters).feed(BOOK);
  }

  private static List<String> fills(Desk desk) {
    return desk.fills().stream().map(each -> each.replaceAll(" fee .* USD", "")).toList();
  }

  @Test
  void aMarketOrderWalksTheLevelsUpToItsQuantity() {
    Desk desk = desk();

    desk.submit(10, market("a", BTCUSD, BUY, "1")).at(11);

    assertThat(desk.reports().get(desk.reports().size() - 1)).startsWith("a Filled 104.00");
    assertThat(fills(desk))
        .containsExactly(
            "101.00 x 0.40000000 TAKER", "102.00 x 0.50000000 TAKER", "104.00 x 0.10000000 TAKER");
  }

  @Test
  void everyLevelPaysTheSlippage() {
    Desk desk = Desk.open("slippage", "2").feed(BOOK);

    desk.submit(10, market("a", BTCUSD, BUY, "0.5")).at(11);

    assertThat(fills(desk))
        .containsExactly("101.02 x 0.40000000 TAKER", "102.02 x 0.10000000 TAKER");
  }

  @Test
  void aLimitOrderTakesWhatItReachesAndRestsWithTheRest() {
    Desk desk = desk();

    desk.submit(10, limit("a", BTCUSD, BUY, "1", "102.00")).feed(trade(BTCUSD, 11, "101.99", "5"));

    assertThat(fills(desk))
        .containsExactly(
            "101.00 x 0.40000000 TAKER", "102.00 x 0.50000000 TAKER", "102.00 x 0.10000000 MAKER");
  }

  @Test
  void anImmediateOrderTakesWhatItReachesAndEnds() {
    Desk desk = desk();

    desk.submit(10, limit("a", BTCUSD, BUY, "2", "102.00", TimeInForce.IOC)).at(11);

    assertThat(fills(desk))
        .containsExactly("101.00 x 0.40000000 TAKER", "102.00 x 0.50000000 TAKER");
    assertThat(desk.reports()).endsWith("a Expired IOC: filled=0.90000000 of 2.00000000");
  }

  @Test
  void anOrderForAllOrNothingNeedsAllOfItWithinItsLimit() {
    Desk desk = desk();

    desk.submit(10, limit("much", BTCUSD, BUY, "0.91", "103.99", TimeInForce.FOK))
        .submit(10, limit("fits", BTCUSD, BUY, "0.9", "103.99", TimeInForce.FOK))
        .at(11);

    assertThat(desk.reports())
        .contains("much Expired FOK: filled=0.00000000 of 0.91000000")
        .noneMatch(each -> each.startsWith("fits Expired"));
    assertThat(fills(desk))
        .containsExactly("101.00 x 0.40000000 TAKER", "102.00 x 0.50000000 TAKER");
  }

  @Test
  void whatWeTookIsGoneUntilTheMarketSaysSomethingNewOfTheLevel() {
    Desk desk = desk();

    desk.submit(10, market("first", BTCUSD, BUY, "0.4"))
        .submit(10, market("second", BTCUSD, BUY, "0.1"))
        .feed(change(BTCUSD, 11, 101, "97.00 1", ""))
        .submit(11, market("third", BTCUSD, BUY, "0.1"))
        .feed(change(BTCUSD, 12, 102, "", "101.00 0.3"))
        .submit(12, market("fourth", BTCUSD, BUY, "0.4"))
        .at(13);

    assertThat(fills(desk))
        .containsExactly(
            "101.00 x 0.40000000 TAKER",
            "102.00 x 0.10000000 TAKER",
            "102.00 x 0.10000000 TAKER",
            "101.00 x 0.30000000 TAKER",
            "102.00 x 0.10000000 TAKER");
  }

  @Test
  void aWholeBookThatShowsTheSameSizesBringsNothingBack() {
    Desk desk = desk();

    desk.submit(10, market("first", BTCUSD, BUY, "0.9"))
        .at(10.5)
        .feed(book(BTCUSD, 11, 101, "99.00 3", "101.00 0.4, 102.00 0.6, 104.00 9"))
        .submit(11, market("second", BTCUSD, BUY, "0.7"))
        .at(12);

    assertThat(fills(desk))
        .endsWith("102.00 x 0.60000000 TAKER", "104.00 x 0.10000000 TAKER")
        .hasSize(4);
  }

  @Test
  void withEndlessLiquidityEveryOrderHasTheWholeBook() {
    Desk desk = desk("liquidity", "endless");

    desk.submit(10, market("first", BTCUSD, BUY, "0.4"))
        .submit(10, market("second", BTCUSD, BUY, "0.4"))
        .at(11);

    assertThat(fills(desk))
        .containsExactly("101.00 x 0.40000000 TAKER", "101.00 x 0.40000000 TAKER");
  }

  @Test
  void aRestingOrderFillsAtItsPriceWhereTheOtherSideReachesIt() {
    Desk desk = desk();

    desk.submit(10, limit("a", BTCUSD, BUY, "1", "100.00"))
        .feed(change(BTCUSD, 11, 101, "99.00 0", "99.50 0.2, 99.80 0.3"))
        .feed(change(BTCUSD, 12, 102, "97.00 1", ""))
        .feed(change(BTCUSD, 13, 103, "", "99.80 0.4"));

    assertThat(fills(desk))
        .containsExactly(
            "100.00 x 0.20000000 MAKER", "100.00 x 0.30000000 MAKER", "100.00 x 0.40000000 MAKER");
  }

  @Test
  void aRestingOrderQueuesBehindWhatStoodAtItsLevel() {
    Desk desk = desk("queue", "quoted");

    desk.submit(10, limit("deep", BTCUSD, BUY, "1", "98.00"))
        .at(11)
        .feed(trade(BTCUSD, 12, "98.00", "4"))
        .feed(change(BTCUSD, 12.5, 101, "98.00 6", ""))
        .feed(trade(BTCUSD, 13, "98.00", "1.5"));

    assertThat(fills(desk)).containsExactly("98.00 x 0.50000000 MAKER");
  }

  @Test
  void aLevelThatShrinksBringsAnOrderForward() {
    Desk desk = desk("queue", "quoted");

    desk.submit(10, limit("a", BTCUSD, BUY, "1", "98.00"))
        .at(11)
        .feed(change(BTCUSD, 12, 101, "98.00 0.2", ""))
        .feed(trade(BTCUSD, 13, "98.00", "0.5"));

    assertThat(fills(desk)).containsExactly("98.00 x 0.30000000 MAKER");
  }

  @Test
  void anOrderWithinTheSpreadHasNobodyAheadOfIt() {
    Desk desk = desk("queue", "quoted");

    desk.submit(10, limit("a", BTCUSD, BUY, "1", "99.50"))
        .at(11)
        .feed(trade(BTCUSD, 12, "99.50", "0.2"));

    assertThat(fills(desk)).containsExactly("99.50 x 0.20000000 MAKER");
  }

  @Test
  void aPostOnlyOrderIsHeldAgainstTheBook() {
    Desk desk = desk();

    desk.submit(10, postOnly("takes", BTCUSD, SELL, "1", "99.00"))
        .submit(10, postOnly("rests", BTCUSD, BUY, "1", "100.99"))
        .at(11);

    assertThat(desk.reports())
        .contains(
            "takes Rejected POST_ONLY_WOULD_TAKE: price=99.00 market=99.00", "rests Accepted");
  }

  @Test
  void nothingFillsOnABookThatWasLost() {
    Desk desk = desk();

    desk.feed(change(BTCUSD, 11, 105, "", "101.00 5"))
        .submit(11, market("waits", BTCUSD, BUY, "0.2"))
        .at(12)
        .feed(quote(BTCUSD, 12, "99.00", "3", "100.00", "3"))
        .feed(book(BTCUSD, 13, 110, "118.00 1", "120.00 1"));

    assertThat(desk.reports()).hasSize(2).startsWith("waits Accepted");
    assertThat(fills(desk)).containsExactly("120.00 x 0.20000000 TAKER");
  }

  @Test
  void aGapInTheDataLosesTheBook() {
    Desk desk = desk();

    desk.feed(new DataGap(BTCUSD, Market.seconds(11), 5, "The connection was lost."))
        .feed(change(BTCUSD, 11.5, 101, "", "101.00 5"))
        .submit(11.5, market("waits", BTCUSD, BUY, "0.2"))
        .at(12);

    assertThat(desk.reports()).containsExactly("waits Accepted");
  }

  @Test
  void quotesCountUntilTheBookWasSeenWhole() {
    Desk desk =
        Desk.open("slippage", "0")
            .feed(change(BTCUSD, 8, 101, "", "100.50 5"))
            .feed(quote(BTCUSD, 9, "99.00", "3", "100.00", "3"))
            .submit(9, market("before", BTCUSD, BUY, "0.2"))
            .at(9.5)
            .feed(book(BTCUSD, 10, 100, "99.00 3", "101.00 0.4"))
            .feed(quote(BTCUSD, 11, "99.00", "3", "100.00", "3"));

    desk.submit(11, market("after", BTCUSD, BUY, "0.2")).at(12);

    assertThat(fills(desk))
        .containsExactly("100.00 x 0.20000000 TAKER", "100.50 x 0.20000000 TAKER");
  }

  @Test
  void stopsAreSetOffByTheBook() {
    Desk desk = Desk.open("slippage", "0", "balances", "0 USD,1 BTC").feed(BOOK);

    OrderSpec stop = OrderSpec.stop(BTCUSD, SELL, BTCUSD.quantity("1"), BTCUSD.price("97.00"));
    desk.submit(10, order("stop", stop))
        .at(11)
        .feed(change(BTCUSD, 12, 101, "99.00 0, 98.00 0, 96.00 0.4, 95.00 4", ""))
        .at(13);

    assertThat(fills(desk)).containsExactly("96.00 x 0.40000000 TAKER", "95.00 x 0.60000000 TAKER");
  }

  @Test
  @Tag("N22")
  void theBookAndWhatWasTakenOfItSurviveAKill() {
    TestStore store = new TestStore();
    Desk before = Desk.open(store, "slippage", "0").feed(BOOK);
    before.submit(10, market("first", BTCUSD, BUY, "0.6")).at(11);
    before.feed(change(BTCUSD, 12, 101, "", "103.00 0.1"));

    Desk after = Desk.open(store.afterKill(), "slippage", "0");
    after.submit(13, market("second", BTCUSD, BUY, "0.5")).at(14);

    assertThat(fills(after))
        .containsExactly(
            "102.00 x 0.30000000 TAKER", "103.00 x 0.10000000 TAKER", "104.00 x 0.10000000 TAKER");
  }
}
