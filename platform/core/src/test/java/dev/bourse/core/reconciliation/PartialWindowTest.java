package dev.bourse.core.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Contract;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Liquidity;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Rate;
import dev.bourse.api.model.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Executions of a limited time, put right by the position that they must make. */
@Tag("N21")
@Tag("N22")
class PartialWindowTest {
  private static final Currency USDT = new Currency("USDT", 8);
  private static final Instrument ETH = eth();
  private final List<Fill> fills = new ArrayList<>();

  private static Instrument eth() {
    Instrument spot =
        new Instrument(
            InstrumentId.of("ETHUSDT.TEST"),
            1,
            new Currency("ETH", 8),
            USDT,
            Price.of("0.01"),
            Quantity.of("0.01"),
            Quantity.of("0.01"),
            Quantity.of("1000"),
            Money.of("0", USDT),
            Rate.of("0.001"),
            Rate.of("0.001"),
            true);
    return spot.as(Contract.linear(Rate.of("0.01")), Money.of("0", USDT), null);
  }

  private void execute(Side side, String quantity, String price) {
    int number = fills.size() + 1;
    fills.add(
        new Fill(
            "T-00" + number,
            new ClientOrderId("ORDER-00" + number),
            new AccountId("acct"),
            ETH,
            side,
            ETH.price(price),
            ETH.quantity(quantity),
            Money.of("0.5", USDT),
            Liquidity.TAKER,
            number,
            false));
  }

  private List<String> adjusted(String signed, String average, String... working) {
    Held target =
        new Held(new BigDecimal(signed), average.isEmpty() ? null : new BigDecimal(average));
    Set<ClientOrderId> live = new HashSet<>();
    for (String each : working) {
      live.add(new ClientOrderId(each));
    }
    return PartialWindow.adjust(fills, target, live).stream().map(PartialWindowTest::text).toList();
  }

  private static String text(Fill fill) {
    String order = fill.orderId().value().startsWith("S-") ? "S" : fill.orderId().value();
    String made = fill.fillId().startsWith("S-") ? " made, fee " + fill.fee().signum() : "";
    return order + " " + fill.side() + " " + fill.quantity() + " at " + fill.price() + made;
  }

  @Test
  void nothingIsMadeOfNothing() {
    List<String> adjusted = adjusted("1", "100");

    assertThat(adjusted).isEmpty();
  }

  @Test
  void whatMakesThePositionStays() {
    execute(Side.BUY, "0.01", "4080.00");
    execute(Side.BUY, "0.01", "4120.00");

    List<String> adjusted = adjusted("0.02", "4100");

    assertThat(adjusted)
        .containsExactly("ORDER-001 BUY 0.01 at 4080.00", "ORDER-002 BUY 0.01 at 4120.00");
  }

  @Test
  void whatWasOpenedBeforeTheWindowIsPutBeforeIt() {
    execute(Side.BUY, "0.02", "4200.00");

    List<String> adjusted = adjusted("0.04", "4100");

    assertThat(adjusted)
        .containsExactly("S BUY 0.02 at 4000.00 made, fee 0", "ORDER-001 BUY 0.02 at 4200.00");
  }

  @Test
  void theMissingPartHasThePriceThatMakesTheAverage() {
    execute(Side.BUY, "0.02", "4200.00");

    List<String> adjusted = adjusted("0.06", "4150");

    assertThat(adjusted)
        .containsExactly("S BUY 0.04 at 4125.00 made, fee 0", "ORDER-001 BUY 0.02 at 4200.00");
  }

  @Test
  void aShortIsPutRightAsALong() {
    execute(Side.SELL, "0.02", "4120.00");

    List<String> adjusted = adjusted("-0.05", "4100");

    assertThat(adjusted)
        .containsExactly("S SELL 0.03 at 4086.67 made, fee 0", "ORDER-001 SELL 0.02 at 4120.00");
  }

  @Test
  void lifesThatEndedAreLeftOut() {
    execute(Side.BUY, "0.02", "4100.00");
    execute(Side.SELL, "0.02", "4150.00");
    execute(Side.BUY, "0.03", "4200.00");

    List<String> adjusted = adjusted("0.03", "4200");

    assertThat(adjusted).containsExactly("ORDER-003 BUY 0.03 at 4200.00");
  }

  @Test
  void aLifeThatDoesNotAddUpIsReplacedUnderItsFirstOrder() {
    execute(Side.BUY, "0.05", "4000.00");
    execute(Side.SELL, "0.05", "4050.00");
    execute(Side.BUY, "0.05", "4000.00");
    execute(Side.BUY, "0.05", "4100.00");

    List<String> adjusted = adjusted("0.05", "4142.04");

    assertThat(adjusted).containsExactly("ORDER-003 BUY 0.05 at 4142.04 made, fee 0");
  }

  @Test
  void aFlatPositionLeavesEverything() {
    execute(Side.BUY, "0.02", "4100.00");
    execute(Side.SELL, "0.02", "4150.00");
    execute(Side.BUY, "0.03", "4200.00");
    execute(Side.SELL, "0.03", "4250.00");

    List<String> adjusted = adjusted("0", "");

    assertThat(adjusted).hasSize(4);
  }

  @Test
  void anExecutionThroughZeroBeginsALifeWithThePartBeyond() {
    execute(Side.BUY, "0.02", "4100.00");
    execute(Side.BUY, "0.01", "4110.00");
    execute(Side.SELL, "0.04", "4150.00");
    execute(Side.SELL, "0.01", "4150.00");

    List<String> adjusted = adjusted("-0.02", "4150");

    assertThat(adjusted)
        .containsExactly("ORDER-003 SELL 0.01 at 4150.00", "ORDER-004 SELL 0.01 at 4150.00");
  }

  @Test
  void executionsOfAnOrderThatWorksAreKeptWhateverIsReplaced() {
    execute(Side.BUY, "0.05", "4000.00");
    execute(Side.SELL, "0.05", "4050.00");
    execute(Side.BUY, "0.05", "4000.00");
    execute(Side.BUY, "0.02", "4100.00");

    List<String> adjusted = adjusted("0.04", "4150", "ORDER-004");

    assertThat(adjusted)
        .containsExactly(
            "ORDER-003 BUY 0.02 at 4200.00 made, fee 0", "ORDER-004 BUY 0.02 at 4100.00");
  }

  @Test
  void withoutAnAverageNothingIsMade() {
    execute(Side.BUY, "0.02", "4200.00");

    List<String> adjusted = adjusted("0.04", "");

    assertThat(adjusted).containsExactly("ORDER-001 BUY 0.02 at 4200.00");
  }

  @Test
  void whatIsMadeHasTheSameNameEveryTime() {
    execute(Side.BUY, "0.02", "4200.00");
    Held target = new Held(new BigDecimal("0.04"), new BigDecimal("4100"));

    Fill first = PartialWindow.adjust(fills, target, Set.of()).get(0);
    Fill again = PartialWindow.adjust(List.copyOf(fills), target, Set.of()).get(0);

    assertThat(again).isEqualTo(first);
    assertThat(first.orderId().value()).startsWith("S-").hasSize(34);
  }
}
