package dev.bourse.control.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Contingency;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderLeg;
import dev.bourse.api.model.OrderLink;
import dev.bourse.api.model.OrderList;
import dev.bourse.api.model.OrderOutcome;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TimeInForce;
import dev.bourse.api.trader.TraderRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("P4")
class OrderScreensTest {
  private static final ClientOrderId ID = new ClientOrderId("demo-manual-3-1");

  private final FakeTrader demo =
      new FakeTrader(
          Snapshots.of("demo")
              .orders(
                  Demo.order("demo-ema-3-1", OrderStatus.FILLED, "0.01", ""),
                  Demo.order("demo-ema-3-2", OrderStatus.ACCEPTED, "0", "", Demo.limitSell()),
                  Demo.order("demo-ema-3-3", OrderStatus.SUBMITTED, "0", "no answer")
                      .withUnknown(true, Demo.time("10:05:02")),
                  Demo.order("demo-ema-3-4", OrderStatus.DENIED, "0", "NO_PRICE: last=none"))
              .feeds(Demo.feed("10:05:59"))
              .strategies(Demo.strategy(1, 1, Map.of()))
              .build());
  private final Terminal terminal =
      new Terminal().offer(TraderRegistry.class, new FakeRegistry(demo));

  @Test
  void listsOrdersThatMayStillFill() {
    String screen = terminal.run("order:list");

    assertThat(screen)
        .isEqualTo(
            """
            Order         Status              Side  Quantity  Filled  Instrument       Type     Price  Strategy  Updated               Reason
            ------------  ------------------  ----  --------  ------  ---------------  ------  ------  --------  --------------------  ---------
            demo-ema-3-2  ACCEPTED            sell      0.01       0  BTCUSD.BITSTAMP  limit   905.00  ema       2013-11-25T10:05:01Z  -
            demo-ema-3-3  SUBMITTED, UNKNOWN  buy       0.01       0  BTCUSD.BITSTAMP  market       -  ema       2013-11-25T10:05:02Z  no answer
            """);
  }

  @Test
  void listsAllOrdersForScripts() {
    String screen = terminal.run("order:list --all -n 2 demo --json");

    assertThat(screen)
        .isEqualTo(
            """
            [
            {"order":"demo-ema-3-3","status":"SUBMITTED, UNKNOWN","side":"buy","quantity":"0.01",\
            "filled":"0","instrument":"BTCUSD.BITSTAMP","type":"market","price":null,\
            "strategy":"ema","updated":"2013-11-25T10:05:02Z","reason":"no answer"},
            {"order":"demo-ema-3-4","status":"DENIED","side":"buy","quantity":"0.01",\
            "filled":"0","instrument":"BTCUSD.BITSTAMP","type":"market","price":null,\
            "strategy":"ema","updated":"2013-11-25T10:05:01Z","reason":"NO_PRICE: last=none"}
            ]
            """);
  }

  @Test
  void saysWhatToDoWhenThereIsNone() {
    FakeTrader quiet = new FakeTrader(Snapshots.of("demo").build());
    FakeTrader done =
        new FakeTrader(
            Snapshots.of("demo")
                .orders(Demo.order("demo-ema-3-1", OrderStatus.FILLED, "0.01", ""))
                .build());

    String none = with(quiet).run("order:list");
    String closed = with(done).run("order:list");

    assertThat(none)
        .isEqualTo(
            "No orders yet. A strategy places them, or try: order:submit <trader> buy <quantity>"
                + " <instrument>\n");
    assertThat(closed).isEqualTo("No live orders. See the closed ones with: order:list --all\n");
  }

  @Test
  void showsOneOrder() {
    String screen = terminal.run("order:info demo-ema-3-2");

    assertThat(screen)
        .isEqualTo(
            """
            Order demo-ema-3-2: SELL 0.01 BTCUSD.BITSTAMP LIMIT 905.00 GTC post-only
              Status          ACCEPTED
              Filled          0 of 0.01 BTC
              Expected price  805.10
              Kind            only reduces
              Strategy        ema
              Account         sim
              Venue's id      V2
              Approved        2013-11-25T10:05:00Z
              Updated         2013-11-25T10:05:01Z
            The whole story: trace:explain demo-ema-3-2
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          WAITING | EMULATED | here for demo-ema-3-1 to fill
          PENDING | ACCEPTED | at the venue for demo-ema-3-1 to fill whole
          """)
  void saysWhatAnExitWaitsForAndWhere(OrderLeg.Stage stage, OrderStatus status, String waits) {
    Order plain = Demo.order("demo-ema-3-9", status, "0", "");
    OrderLeg leg = OrderLeg.of(1, plain.spec().quantity(), stage);
    ClientOrderId entry = new ClientOrderId("demo-ema-3-1");
    Order exit = plain.withLink(new OrderLink(entry, entry, List.of(), Contingency.OTO, leg));

    String screen =
        with(new FakeTrader(Snapshots.of("demo").orders(exit).build()))
            .run("order:info demo-ema-3-9");

    assertThat(screen)
        .contains("  Status          " + status + ", WAITING\n  Waits           " + waits + "\n");
  }

  @Test
  void saysThatNobodyKnowsAnOrder() {
    String screen = terminal.run("order:info demo-ema-3-99");

    assertThat(screen)
        .isEqualTo("No trader knows an order demo-ema-3-99. See them with: order:list --all\n");
  }

  @Test
  void placesAMarketOrderAfterAsking() {
    String screen =
        terminal.answering("yes").run("order:submit demo buy 0.01 BTCUSD.BITSTAMP --wait 0");

    assertThat(screen)
        .isEqualTo(
            """
            This places BUY 0.01 BTCUSD.BITSTAMP MARKET with trader demo. Do it? [y/N] yes
            Order demo-manual-3-1 is on its way; nothing is known yet. See it with: order:info demo-manual-3-1
            """);
    assertThat(demo.asked())
        .containsExactly(
            List.of(
                OrderSpec.market(Demo.BTCUSD, Side.BUY, Demo.BTCUSD.quantity("0.01")),
                "shell:karaf",
                Duration.ZERO));
  }

  @Test
  @Tag("N23")
  void placesAnOrderForAnAmount() {
    String screen =
        terminal.answering("yes").run("order:submit demo buy \"100 USD\" BTCUSD.BITSTAMP");

    assertThat(screen)
        .startsWith("This places BUY for 100.00 USD BTCUSD.BITSTAMP MARKET with trader demo.");
    assertThat(placed())
        .isEqualTo(
            OrderSpec.marketFor(Demo.BTCUSD, Side.BUY, Money.of("100", Demo.BTCUSD.quote())));
  }

  @Test
  @Tag("N23")
  void showsWhatOfAnAmountIsUsed() {
    OrderSpec spec =
        OrderSpec.marketFor(Demo.BTCUSD, Side.BUY, Money.of("10", Demo.BTCUSD.quote()));
    Order part =
        Demo.order(ID.value(), OrderStatus.PARTIALLY_FILLED, "0.004", "")
            .withSpec(spec, OrderStatus.PARTIALLY_FILLED, 1);

    String screen = submitting(new OrderOutcome.Partly(part, true));

    assertThat(screen)
        .isEqualTo(
            "Order demo-manual-3-1 is filled in part: 0.004 BTC for 3.22048 USD of 10.00 USD at 805.12"
                + " on average; the rest may still fill.\n");
  }

  @Test
  void placesALimitOrderWithoutAskingWhenToldSo() {
    terminal.headless();

    String screen =
        terminal.run(
            "order:submit -y demo sell 0.01 BTCUSD.BITSTAMP --price 905.00 --post-only --tif=gtc");

    assertThat(screen).startsWith("Order demo-manual-3-1 is on its way");
    assertThat(demo.asked())
        .containsExactly(List.of(Demo.limitSell(), "shell:karaf", Duration.ofSeconds(5)));
  }

  @ParameterizedTest
  @Tag("N23")
  @CsvSource(
      delimiter = '|',
      value = {
        "--stop 700.00 | SELL 0.01 BTCUSD.BITSTAMP STOP_MARKET trigger 700.00 DEFAULT",
        "--stop 700.00 --price 699.00 | SELL 0.01 BTCUSD.BITSTAMP STOP_LIMIT 699.00 trigger 700.00"
            + " DEFAULT",
        "--touch 905.00 | SELL 0.01 BTCUSD.BITSTAMP MARKET_IF_TOUCHED trigger 905.00 DEFAULT",
        "--trail 1.5% | SELL 0.01 BTCUSD.BITSTAMP TRAILING_STOP_MARKET trigger trailing"
            + " ByShare[share=0.015000] DEFAULT",
        "--trail 50t --limit-offset 10.00 | SELL 0.01 BTCUSD.BITSTAMP TRAILING_STOP_LIMIT trigger"
            + " trailing ByTicks[ticks=50] DEFAULT",
      })
  void placesAnOrderThatWaitsForItsTrigger(String options, String spec) {
    terminal.headless();

    terminal.run("order:submit -y demo sell 0.01 BTCUSD.BITSTAMP " + options);

    OrderSpec placed = placed();
    assertThat(placed.withQuantity(Quantity.of("0.01")).toString().replace("0.01000000", "0.01"))
        .isEqualTo(spec);
  }

  @Test
  @Tag("N19")
  void placesABracketAfterAsking() {
    String screen =
        terminal
            .answering("yes")
            .run(
                "order:submit demo buy 0.01 BTCUSD.BITSTAMP --take-profit 905.00 --stop-loss 750.00"
                    + " --wait 0");

    OrderSpec entry = OrderSpec.market(Demo.BTCUSD, Side.BUY, Demo.BTCUSD.quantity("0.01"));
    assertThat(screen)
        .startsWith(
            "This places BUY 0.01 BTCUSD.BITSTAMP MARKET, then SELL 0.01 BTCUSD.BITSTAMP LIMIT"
                + " 905.00 GTC reduce-only or SELL 0.01 BTCUSD.BITSTAMP STOP_MARKET trigger 750.00"
                + " DEFAULT reduce-only with trader demo. Do it? [y/N] yes");
    assertThat(demo.asked())
        .containsExactly(
            OrderList.bracket(entry, Demo.BTCUSD.price("905.00"), Demo.BTCUSD.price("750.00")));
  }

  @Test
  @Tag("N19")
  void placesALimitOrAStop() {
    terminal.headless();

    terminal.run("order:submit -y demo sell 0.01 BTCUSD.BITSTAMP --price 905.00 --or-stop 750.00");

    assertThat(demo.asked()).hasSize(1);
    assertThat(demo.asked().get(0).toString())
        .isEqualTo(
            "OUO [SELL 0.01000000 BTCUSD.BITSTAMP LIMIT 905.00, SELL 0.01000000 BTCUSD.BITSTAMP"
                + " STOP_MARKET trigger 750.00 DEFAULT]");
  }

  @ParameterizedTest
  @Tag("N19")
  @CsvSource(
      delimiter = '|',
      value = {
        "--take-profit 905.00 | --take-profit and --stop-loss belong together: give both.",
        "--or-stop 750.00 | --or-stop needs --price and stands alone: the order is that limit or"
            + " this stop.",
      })
  void refusesAListThatCannotBeMeant(String options, String sentence) {
    terminal.headless();

    String screen = terminal.run("order:submit -y demo sell 0.01 BTCUSD.BITSTAMP " + options);

    assertThat(screen).contains(sentence);
    assertThat(demo.asked()).isEmpty();
  }

  private OrderSpec placed() {
    return (OrderSpec) ((List<?>) demo.asked().get(0)).get(0);
  }

  @Test
  @Tag("N20")
  void placesAnOrderThatEndsAfterATime() {
    terminal.headless();

    terminal.run("order:submit -y demo sell 0.01 BTCUSD.BITSTAMP --price 905.00 --for 12h");

    OrderSpec placed = placed();
    assertThat(placed.timeInForce()).isEqualTo(TimeInForce.GTD);
    assertThat(placed.expiresAt() - demo.snapshot().time())
        .isEqualTo(Duration.ofHours(12).toNanos());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sell 0.01 BTCUSD.BITSTAMP --stop 700.00 --trail 1% | An order waits for one of --stop,"
            + " --touch and --trail, not for several.",
        "sell 0.01 BTCUSD.BITSTAMP --limit-offset 1% | --limit-offset belongs to --trail.",
        "sell 0.01 BTCUSD.BITSTAMP --trail far | --trail \"far\" must be above zero: a share like"
            + " 1.5%, ticks like 50t, or a price like 10.00.",
        "sell 0.01 BTCUSD.BITSTAMP --for ever | --for \"ever\" must be a time above zero, like 90s,"
            + " 30m, 12h or 2d.",
        "by 0.01 BTCUSD.BITSTAMP | side \"by\" must be one of buy, sell.",
        "buy 0.01 BTCUSD | instrument \"BTCUSD\" must be SYMBOL.VENUE, like BTCUSDT.BINANCE",
        "buy 0.01 ETHUSD.BITSTAMP | Trader demo does not follow ETHUSD.BITSTAMP. See what it"
            + " follows with: exchange:instruments demo",
        "buy much BTCUSD.BITSTAMP | \"much\" is not a decimal number",
        "buy \"100 EUR\" BTCUSD.BITSTAMP | \"100 EUR\" must be a quantity of BTC, like"
            + " 0.001, or an amount like \"100 USD\".",
        "buy \"100 USD\" BTCUSD.BITSTAMP --price 805.00 | an order for an amount=100.00000000 USD"
            + " is a market order, GTC or IOC, not LIMIT GTC",
        "buy \"100 USD\" BTCUSD.BITSTAMP --take-profit 905.00 --stop-loss 750.00 | --take-profit,"
            + " --stop-loss and --or-stop need a quantity, not an amount: exits are as large as what"
            + " the order fills.",
        "buy 0 BTCUSD.BITSTAMP | order quantity=0.00000000 must be above zero",
        "buy 0.01 BTCUSD.BITSTAMP --price 805.123 | BTCUSD.BITSTAMP: price 805.123 is"
            + " not a multiple of the tick size 0.01",
        "buy 0.01 BTCUSD.BITSTAMP --tif forever | --tif \"forever\" must be one of gtc, ioc, fok,"
            + " gtd, day."
      })
  void refusesWhatCannotBeMeant(String words, String sentence) {
    String screen = terminal.run("order:submit --yes demo " + words);

    assertThat(screen).isEqualTo(sentence + "\n");
    assertThat(demo.asked()).isEmpty();
  }

  @Test
  void tellsEveryOutcomeInASentence() {
    Order filled = Demo.order(ID.value(), OrderStatus.FILLED, "0.01", "");
    Order part = Demo.order(ID.value(), OrderStatus.PARTIALLY_FILLED, "0.004", "");
    Order working = Demo.order(ID.value(), OrderStatus.ACCEPTED, "0", "");
    Order canceled = Demo.order(ID.value(), OrderStatus.CANCELED, "0", "canceled by the venue");

    assertThat(submitting(new OrderOutcome.Filled(filled)))
        .isEqualTo(
            "Order demo-manual-3-1 is filled: 0.01 of 0.01 BTC at 805.12 on average (8.0512"
                + " USD).\n");
    assertThat(submitting(new OrderOutcome.Partly(part, true)))
        .isEqualTo(
            "Order demo-manual-3-1 is filled in part: 0.004 of 0.01 BTC at 805.12 on average"
                + " (3.22048 USD); the rest may still fill.\n");
    assertThat(submitting(new OrderOutcome.Working(working)))
        .isEqualTo(
            "Order demo-manual-3-1 works at the venue; nothing is filled yet. Cancel it with:"
                + " order:cancel demo-manual-3-1\n");
    assertThat(submitting(new OrderOutcome.Ended(canceled)))
        .isEqualTo(
            "Order demo-manual-3-1 ended with nothing filled: canceled, canceled by the venue\n");
    assertThat(submitting(new OrderOutcome.Denied(ID, "NO_PRICE: last=none")))
        .isEqualTo("Order demo-manual-3-1 was denied and never left: NO_PRICE: last=none\n");
    assertThat(submitting(new OrderOutcome.Rejected(ID, "-2010: no funds")))
        .isEqualTo("Order demo-manual-3-1 was rejected: -2010: no funds\n");
    assertThat(submitting(new OrderOutcome.Unknown(ID, "no answer within 5 s")))
        .isEqualTo(
            "Order demo-manual-3-1: nothing is proven, it keeps its reservation and is being"
                + " queried: no answer within 5 s\n");
  }

  private String submitting(OrderOutcome outcome) {
    demo.outcome(spec -> outcome);
    return terminal.run("order:submit --yes demo buy 0.01 BTCUSD.BITSTAMP");
  }

  private static Terminal with(FakeTrader trader) {
    return new Terminal().offer(TraderRegistry.class, new FakeRegistry(trader));
  }
}
