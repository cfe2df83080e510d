package dev.bourse.exchange.binance.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.Trade;
import dev.bourse.api.filter.Surroundings;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.exchange.binance.rest.Json;
import dev.bourse.testkit.Instruments;
import dev.bourse.testkit.RecordingSink;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Open orders as filters count them. */
@Tag("G3")
class AccountBookTest {
  private final AccountBook book = new AccountBook(new Prices(new RecordingSink(), () -> 0));

  private void report(String symbol, String status) throws Exception {
    book.report(
        Json.read(
            "{\"i\":7,\"s\":\""
                + symbol
                + "\",\"X\":\""
                + status
                + "\",\"S\":\"BUY\",\"o\":\"LIMIT\",\"q\":\"1\",\"z\":\"0\",\"F\":\"0\"}"));
  }

  private Surroundings.Counts counts() {
    return book.around(Instruments.BTCUSD, false).counts();
  }

  private Surroundings.Counts everywhere() {
    return book.around(Instruments.BTCUSD, false).everywhere();
  }

  private static String open(String symbol, int id, String type, int list) {
    return "{\"orderId\":"
        + id
        + ",\"symbol\":\""
        + symbol
        + "\",\"status\":\"NEW\",\"side\":\"SELL\",\"type\":\""
        + type
        + "\",\"origQty\":\"1\",\"executedQty\":\"0\",\"icebergQty\":\"0\",\"time\":5,\"orderListId\":"
        + list
        + "}";
  }

  private void amended(int execution, int list) throws Exception {
    book.report(
        Json.read(
            "{\"i\":7,\"s\":\"BTCUSD\",\"x\":\"REPLACED\",\"X\":\"NEW\",\"S\":\"SELL\",\"o\":\"LIMIT\","
                + "\"q\":\"1\",\"z\":\"0\",\"F\":\"0\",\"g\":"
                + list
                + ",\"I\":"
                + execution
                + "}"));
  }

  @Test
  void countsOrdersAndListsOfTheSymbolAndOfAll() throws Exception {
    book.orders(
        Json.read(
            "["
                + String.join(
                    ",",
                    open("BTCUSD", 1, "STOP_LOSS", 4),
                    open("BTCUSD", 2, "LIMIT_MAKER", 4),
                    open("BTCUSD", 3, "LIMIT", -1),
                    open("ETHUSD", 1, "STOP_LOSS", 5),
                    open("ETHUSD", 2, "LIMIT_MAKER", 5),
                    open("ETHUSD", 3, "LIMIT_MAKER", 6))
                + "]"));

    assertThat(counts()).isEqualTo(new Surroundings.Counts(3, 1, 0, 1));
    assertThat(everywhere()).isEqualTo(new Surroundings.Counts(6, 2, 0, 2));
  }

  @Test
  void anAnswerThatWasGivenBeforeAnOrderEndedDoesNotOpenItAgain() throws Exception {
    book.report(
        Json.read(
            "{\"i\":1,\"s\":\"BTCUSD\",\"X\":\"CANCELED\",\"S\":\"SELL\",\"o\":\"LIMIT\",\"T\":9}"));

    book.orders(Json.read("[" + open("BTCUSD", 1, "LIMIT", -1) + "]"));

    assertThat(counts().all()).isZero();
  }

  /** A testnet that was emptied numbers anew. */
  @Test
  void aLaterOrderOfTheSameNumberIsAnotherOne() throws Exception {
    book.report(
        Json.read(
            "{\"i\":1,\"s\":\"BTCUSD\",\"X\":\"CANCELED\",\"S\":\"SELL\",\"o\":\"LIMIT\",\"T\":4}"));

    book.orders(Json.read("[" + open("BTCUSD", 1, "LIMIT", -1) + "]"));

    assertThat(counts().all()).isEqualTo(1);
  }

  @Test
  void anAmendThatIsToldTwiceCountsOnce() throws Exception {
    amended(21, -1);
    amended(22, -1);

    amended(22, -1);

    assertThat(book.amends("BTCUSD", "7")).isEqualTo(2);
    assertThat(book.amends("BTCUSD", "8")).isZero();
  }

  /** The amend of one is told of both, and nobody says of which it was. */
  @Test
  void amendsOfOrdersOfListsAreNotCounted() throws Exception {
    amended(21, 3);

    assertThat(book.amends("BTCUSD", "7")).isZero();
  }

  @Test
  @Tag("B7")
  void knowsNoPriceWhereTheVenueMayJudgeByAnother() {
    AtomicLong now = new AtomicLong(Duration.ofDays(20_000).toNanos());
    Prices prices = new Prices(new RecordingSink(), now::get);
    AccountBook judging = new AccountBook(prices);
    Trade trade = new Trade(Instruments.BTCUSD, 0, 9_000, 1, AggressorSide.BUYER, "1");
    prices.accept(trade);
    now.addAndGet(Duration.ofMinutes(6).toNanos());
    prices.accept(trade);

    Duration time = Duration.ofMinutes(5);

    assertThat(judging.around(Instruments.BTCUSD, true).traded(time)).isNotNull();
    assertThat(judging.around(Instruments.BTCUSD, false).traded(time)).isNull();
  }

  @Test
  void ordersOfTwoSymbolsMayHaveTheSameNumber() throws Exception {
    report("BTCUSDT", "NEW");
    report("ETHUSDT", "NEW");

    report("ETHUSDT", "FILLED");

    assertThat(book.symbols()).containsExactly("BTCUSDT");
  }
}
