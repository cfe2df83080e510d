package dev.bourse.exchange.simulated;

import static dev.bourse.testkit.Instruments.BTCUSD;
import static dev.bourse.testkit.Market.bar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.testkit.TestOrders;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Known outcomes of stops and limits on one bar. Their rule is selected by settings: a touch fills,
 * the better open of a gap is for the limit order, no slippage, no share of the volume.
 */
@Tag("outside")
class BarFillCasesTest {
  private static final Pattern ROW =
      Pattern.compile(
          """
          \\{\\s*"kind": "(stop|limit)",\\s*"side": "(BUY|SELL)",\\s*"price": ([0-9.]+),\\s*"bar": \\{\\s*\
          "o": ([0-9.]+),\\s*"h": ([0-9.]+),\\s*"l": ([0-9.]+),\\s*"c": ([0-9.]+)\\s*\\},\\s*\
          "expectedFillOrTrigger": (null|[0-9.]+)""");

  @Test
  void everyRowFillsAtItsPriceOrNotAtAll() throws IOException {
    List<MatchResult> rows = ROW.matcher(OutsideCases.read("bar-fills.json")).results().toList();

    List<String> expected = rows.stream().map(row -> text(row, expected(row))).toList();
    List<String> actual = rows.stream().map(row -> text(row, filled(row))).toList();

    assertThat(actual).hasSize(28).isEqualTo(expected);
  }

  private static String expected(MatchResult row) {
    return row.group(8).equals("null") ? "nothing" : plain(row.group(8));
  }

  private static String filled(MatchResult row) {
    Desk desk =
        Desk.open(
            "balances",
            "10000 USD,10 BTC",
            "bar.fill",
            "next-open",
            "limit.gap",
            "open",
            "touch",
            "100",
            "slippage",
            "0",
            "bar.volume",
            "100");
    Side side = Side.valueOf(row.group(2));
    Price price = Price.of(row.group(3));
    Quantity one = Quantity.of("1");
    OrderSpec spec =
        row.group(1).equals("stop")
            ? OrderSpec.stop(BTCUSD, side, one, price)
            : OrderSpec.limit(BTCUSD, side, one, price);
    desk.submit(60, TestOrders.order("a", spec));
    String prices = String.join(" ", row.group(4), row.group(5), row.group(6), row.group(7));
    desk.feed(bar(BTCUSD, 120, prices, "1000"));
    List<OrderReport.Filled> fills = desk.sink.events(OrderReport.Filled.class);
    return fills.isEmpty() ? "nothing" : plain(fills.get(0).fill().price().toString());
  }

  private static String plain(String number) {
    return new BigDecimal(number).stripTrailingZeros().toPlainString();
  }

  private static String text(MatchResult row, String price) {
    return row.group(1)
        + " "
        + row.group(2)
        + " "
        + row.group(3)
        + " on "
        + List.of(row.group(4), row.group(5), row.group(6), row.group(7))
        + ": "
        + price;
  }
}
