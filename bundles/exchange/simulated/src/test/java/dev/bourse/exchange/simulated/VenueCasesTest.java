package dev.bourse.exchange.simulated;

import static dev.bourse.testkit.Market.trade;
import static dev.bourse.testkit.TestOrders.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Rate;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TrailingOffset;
import dev.bourse.testkit.RecordingSink;
import dev.bourse.testkit.TestContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What Binance documents about self-trade prevention and trailing stops. */
@Tag("outside")
class VenueCasesTest {
  private static final Pattern ORDER =
      Pattern.compile("(BUY|SELL) (?:LIMIT )?([0-9.]+)@([0-9.]+) (?:mode )?([A-Z_]+)");
  private static final Currency USD = new Currency("USD", 8);
  private static final Instrument FREE =
      new Instrument(
          InstrumentId.of("BTCUSD.BINANCE"),
          1,
          new Currency("BTC", 8),
          USD,
          Price.of("0.1"),
          Quantity.of("0.1"),
          Quantity.of("0.1"),
          Quantity.of("1000"),
          USD.zero(),
          Rate.ZERO,
          Rate.ZERO,
          true);

  private final String cases;

  VenueCasesTest() throws IOException {
    this.cases = OutsideCases.read("venue-binance.json");
  }

  private String text(String id) {
    int start = cases.indexOf("\"id\": \"" + id + "\"");
    int end = cases.indexOf("\"id\"", start + 4);
    return cases.substring(start, end < 0 ? cases.length() : end);
  }

  /** Runs the orders of a case in the mode of its last one. */
  private Desk run(String makers, String id) {
    List<MatchResult> orders = new ArrayList<>();
    if (!makers.equals(id)) {
      List<MatchResult> before = ORDER.matcher(text(makers)).results().toList();
      orders.addAll(before.subList(0, before.size() - 1));
    }
    ORDER.matcher(text(id)).results().forEach(orders::add);
    String mode = orders.get(orders.size() - 1).group(4);
    Desk desk =
        Desk.open(
            TestContext.of(new RecordingSink()).with(List.of(FREE)),
            "balances",
            "100 USD,100 BTC",
            "self.trade",
            mode.toLowerCase(Locale.ROOT).replace('_', '-'));
    for (int i = 0; i < orders.size(); i++) {
      desk.submit(10, order(String.valueOf(i + 1), spec(orders.get(i))));
    }
    return desk.at(11);
  }

  private static OrderSpec spec(MatchResult row) {
    return OrderSpec.limit(
        FREE, Side.valueOf(row.group(1)), Quantity.of(row.group(2)), Price.of(row.group(3)));
  }

  /** Id, executed quantity and prevented quantity of what expired in match. */
  private static List<String> prevented(Desk desk) {
    return desk.sink.events(OrderReport.Expired.class).stream()
        .map(
            expired ->
                expired.orderId()
                    + " "
                    + expired.reason().replaceAll(".*prevented=(\\S+) filled=(\\S+) .*", "$2 $1"))
        .toList();
  }

  private static List<String> open(Desk desk) {
    return desk.massReport().openOrders().stream()
        .map(status -> status.orderId() + " " + status.status() + " " + status.filled())
        .toList();
  }

  @Test
  void v01BothAreFilledWithoutPrevention() {
    Desk desk = run("V01", "V01");

    List<OrderReport.Filled> fills = desk.sink.events(OrderReport.Filled.class);

    assertThat(fills)
        .extracting(
            report ->
                report.orderId() + " " + report.fill().quantity() + " " + report.fill().notional())
        .containsExactly("1 1.0 " + Money.of("1", USD), "2 1.0 " + Money.of("1", USD));
    assertThat(open(desk)).isEmpty();
  }

  @Test
  void v02TheMakersExpireAndTheTakerRests() {
    Desk desk = run("V02", "V02");

    List<String> prevented = prevented(desk);

    assertThat(prevented).containsExactly("1 0.0 1.2", "2 0.0 1.3", "3 0.0 8.1");
    assertThat(desk.fills()).isEmpty();
    assertThat(open(desk)).containsExactly("4 ACCEPTED 0.0");
  }

  @Test
  void v03TheTakerExpiresAndTheMakersRest() {
    Desk desk = run("V02", "V03");

    List<String> prevented = prevented(desk);

    assertThat(prevented).containsExactly("4 0.0 3.0");
    assertThat(desk.fills()).isEmpty();
    assertThat(open(desk)).containsExactly("1 ACCEPTED 0.0", "2 ACCEPTED 0.0", "3 ACCEPTED 0.0");
  }

  @Test
  void v04BothExpire() {
    Desk desk = run("V04", "V04");

    List<String> prevented = prevented(desk);

    assertThat(prevented).containsExactly("1 0.0 1.0", "2 0.0 3.0");
    assertThat(desk.fills()).isEmpty();
    assertThat(open(desk)).isEmpty();
  }

  @Test
  void v10TrailsFromTheStopPriceAndTriggersAtFivePercentAboveTheLowest() {
    String text = text("V10");
    List<String> path =
        Pattern.compile("\\d+")
            .matcher(text.substring(text.indexOf("pricePath"), text.indexOf("expected")))
            .results()
            .map(MatchResult::group)
            .toList();
    TrailingOffset delta = TrailingOffset.basisPoints(number(text, "trailingDelta"));
    Price stop = Price.of(String.valueOf(number(text, "stopPrice")));
    int toLimitPrice = number(text, " price") - 44_100;
    TrailingOffset toLimit = new TrailingOffset.ByPrice(Price.of(String.valueOf(toLimitPrice)));
    Order order =
        order(
            "a",
            OrderSpec.trailingStopLimit(FREE, Side.BUY, Quantity.of("1"), delta, toLimit)
                .withTriggerPrice(stop));

    Desk desk =
        Desk.open(TestContext.of(new RecordingSink()).with(List.of(FREE)), "balances", "90000 USD");
    desk.feed(trade(FREE, 9, path.get(0), "1")).submit(10, order).at(11);
    List<String> triggeredAt = new ArrayList<>();
    for (int i = 1; i < path.size(); i++) {
      int before = desk.sink.events(OrderReport.Triggered.class).size();
      desk.feed(trade(FREE, 11 + i, path.get(i), "1"));
      if (desk.sink.events(OrderReport.Triggered.class).size() > before) {
        triggeredAt.add(path.get(i));
      }
    }

    assertThat(triggeredAt).containsExactly("44100");
    assertThat(desk.reports())
        .containsExactly(
            "a Accepted", "a Updated trigger=46200.0", "a Updated trigger=44100.0", "a Triggered");
    assertThat(desk.balances()).containsExactly("90000.00000000 USD (45000.00000000)");
  }

  private static int number(String text, String name) {
    MatchResult found =
        Pattern.compile(Pattern.quote(name) + " (\\d+)")
            .matcher(text)
            .results()
            .findFirst()
            .orElseThrow();
    return Integer.parseInt(found.group(1));
  }
}
