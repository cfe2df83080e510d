package dev.bourse.api.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.api.model.OrderType;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Rate;
import dev.bourse.api.model.TrailingOffset;
import dev.bourse.api.model.TrailingUnit;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("B2")
class CapabilitiesTest {
  private static final List<TrailingOffset> ONE_OF_EACH =
      List.of(
          new TrailingOffset.ByPrice(Price.of("0.5")),
          new TrailingOffset.ByTicks(50),
          TrailingOffset.basisPoints(50),
          new TrailingOffset.ByShare(Rate.of("0.005001")));

  private static Capabilities trailingBy(EnumSet<TrailingUnit> units) {
    return Capabilities.builder(Duration.ofDays(1), true)
        .orderTypes(EnumSet.of(OrderType.TRAILING_STOP_MARKET))
        .trailingUnits(units)
        .build();
  }

  @ParameterizedTest
  @EnumSource(TrailingUnit.class)
  void takesOffsetsOfAUnitThatIsDeclared(TrailingUnit unit) {
    Capabilities venue = trailingBy(EnumSet.of(unit));

    List<TrailingUnit> taken =
        ONE_OF_EACH.stream().filter(venue::takes).map(TrailingOffset::unit).toList();

    EnumSet<TrailingUnit> expected = EnumSet.of(unit);
    if (unit == TrailingUnit.SHARE) {
      expected.add(TrailingUnit.BASIS_POINTS);
    }
    assertThat(taken).containsExactlyElementsOf(expected);
  }

  @Test
  void noVenueHoldsTrailingOrdersWithoutAnOffset() {
    EnumSet<TrailingUnit> none = EnumSet.noneOf(TrailingUnit.class);

    assertThatThrownBy(() -> trailingBy(none))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("[PRICE, TICKS, BASIS_POINTS, SHARE]");
  }

  @Test
  void hasNothingThatIsNotDeclared() {
    Capabilities venue = Capabilities.builder(Duration.ofDays(2), false).build();

    assertThat(venue)
        .hasToString(
            "Capabilities[orderTypes=[], timesInForce=[], postOnly=false, reduceOnly=false,"
                + " history=PT48H, sandbox=false, amend=false, triggerTypes=[],"
                + " displayQuantity=false, linkedOrders=false, quoteAmounts=false,"
                + " orderPairs=false, orderBrackets=false, flowHistory=false, barHistory=false,"
                + " trailingUnits=[]]");
  }
}
