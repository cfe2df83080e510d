package dev.bourse.api.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Averaging and profit as published elsewhere, step by step. */
@Tag("outside")
@Tag("N28")
class PositionCasesTest {
  /** What a share of the cost, kept in the eight decimals of the currency, moves the average. */
  private static final double COST_DECIMALS = 1e-9;

  private static final Pattern STEP =
      Pattern.compile(
          """
          "side": "(BUY|SELL)",\\s*"qty": (\\d+),\\s*"price": (\\d+)\\s*\\},\\s*"after": (?:null|\\{\\s*\
          "qty": (\\d+),\\s*"avgPrice": "([0-9.]+)",\\s*"realizedPnlNetOfFees": "([0-9.-]+)")""");

  private static String cases() throws IOException {
    Path path = Path.of(System.getProperty("cases.dir", "cases"), "outcomes", "positions-pnl.json");
    assumeTrue(
        Files.isRegularFile(path),
        "There are no outside cases at " + path + ": give their folder with -Dcases.dir=...");
    return Files.readString(path);
  }

  @Test
  void everyStepOfTheAverageCostExampleAgrees() throws IOException {
    List<MatchResult> steps = STEP.matcher(cases()).results().toList();
    Position position = Contracts.flat(units());

    for (MatchResult step : steps) {
      Side side = Side.valueOf(step.group(1));
      position = position.after(charged(units(), side, step.group(2), step.group(3), "0.0001"));
      if (step.group(4) != null) {
        assertThat(position.quantity()).isEqualByComparingTo(Quantity.of(step.group(4)));
        assertThat(position.averagePrice().orElseThrow().toDouble())
            .isCloseTo(Double.parseDouble(step.group(5)), within(COST_DECIMALS));
        assertThat(net(position)).isEqualByComparingTo(step.group(6));
      }
    }

    assertThat(steps).hasSize(5);
  }

  @Test
  void aLongLinearPositionAgrees() throws IOException {
    String file = cases();

    Position position =
        Contracts.flat(units()).after(charged(units(), Side.BUY, "12", "10500", "0.001"));

    assertThat(net(position)).isEqualByComparingTo(expected(file, "N03", "realized"));
    Money up = position.unrealized(Price.of("10510"));
    assertThat(decimal(up)).isEqualByComparingTo(expected(file, "N03", "unrealized@10510"));
    assertThat(net(position).add(decimal(up)))
        .isEqualByComparingTo(expected(file, "N03", "total@10510"));
    assertThat(decimal(position.unrealized(Price.of("10480.50"))))
        .isEqualByComparingTo(expected(file, "N03", "unrealized@10480.50"));
  }

  @Test
  void aShortInversePositionAgrees() throws IOException {
    String file = cases();
    Instrument contract = Contracts.inverse("1");

    Position position =
        Contracts.flat(contract)
            .after(charged(contract, Side.SELL, "100000", "10000.0", "0.00075"));

    Price price = contract.price("11000.0");
    assertThat(decimal(position.unrealized(price)))
        .isEqualByComparingTo(expected(file, "N05", "unrealized@11000 BTC"));
    assertThat(net(position)).isEqualByComparingTo(expected(file, "N05", "realized BTC"));
    assertThat(decimal(contract.notional(price, position.quantity())))
        .isEqualByComparingTo(expected(file, "N05", "notional@11000 BTC"));
  }

  @Test
  void aPositionWithAFeePerOrderAgrees() throws IOException {
    String file = cases();
    Money fee = Money.of("2", Contracts.USD);

    Position position =
        Contracts.flat(units()).after(Contracts.fill(units(), Side.BUY, "100000", "1.00001", fee));

    Money open = position.unrealized(Price.of("1.00050"));
    assertThat(net(position)).isEqualByComparingTo(expected(file, "N08", "realized"));
    assertThat(decimal(open)).isEqualByComparingTo(expected(file, "N08", "unrealized"));
    assertThat(net(position).add(decimal(open)))
        .isEqualByComparingTo(expected(file, "N08", "total"));
  }

  /** Prices of many decimals, so that the average shows more. */
  private static Instrument units() {
    Instrument linear = Contracts.linear();
    return new Instrument(
        linear.id(),
        1,
        linear.base(),
        linear.quote(),
        Price.of("0.0000000001"),
        Quantity.of("1"),
        Quantity.of("1"),
        Quantity.of("1000000"),
        linear.minNotional(),
        Rate.ZERO,
        Rate.ZERO,
        true,
        linear.contract(),
        null);
  }

  private static Fill charged(
      Instrument instrument, Side side, String quantity, String price, String rate) {
    Money notional = instrument.notional(instrument.price(price), instrument.quantity(quantity));
    BigDecimal share = decimal(notional).multiply(new BigDecimal(rate));
    Money fee =
        Money.of(
            share.setScale(8, RoundingMode.HALF_EVEN).toPlainString(), instrument.settlement());
    return Contracts.fill(instrument, side, quantity, price, fee);
  }

  private static BigDecimal net(Position position) {
    return decimal(position.realized().minus(position.fees()));
  }

  private static BigDecimal decimal(Money money) {
    return new BigDecimal(money.amount());
  }

  private static BigDecimal expected(String file, String id, String key) {
    String rest = file.substring(file.indexOf("\"" + id + "\""));
    Matcher found =
        Pattern.compile(Pattern.quote("\"" + key + "\"") + ": (-?[0-9.]+)").matcher(rest);
    assertThat(found.find()).as("%s of %s", key, id).isTrue();
    return new BigDecimal(found.group(1));
  }
}
