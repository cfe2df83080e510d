package dev.bourse.api.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.api.model.Side;
import dev.bourse.api.model.VenueFilter;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What venues publish, read and applied; each filter at its bounds is the adapters' tests. */
@Tag("B7")
@Tag("P19")
class OrderFiltersTest {
  private static final VenueFilter PERCENT =
      VenueFilter.of(
          "PERCENT_PRICE",
          Map.of("multiplierUp", "1.5", "multiplierDown", "0.5", "avgPriceMins", "15"));
  private static final VenueFilter COUNT =
      VenueFilter.of("MAX_NUM_ORDERS", Map.of("maxNumOrders", "3"));

  private final Surroundings around =
      new Surroundings() {
        @Override
        public Counts counts() {
          return new Counts(3, 0, 0, 0);
        }

        @Override
        public Counts everywhere() {
          return new Counts(3, 0, 0, 0);
        }

        @Override
        public @Nullable BigDecimal position() {
          return null;
        }

        @Override
        public Range traded(Duration time) {
          return new Range(new BigDecimal("100"), new BigDecimal("100"));
        }
      };

  private @Nullable String problem(String price, Wanted.Role role, VenueFilter... filters) {
    Wanted wanted =
        new Wanted(
            "LIMIT", Side.BUY, BigDecimal.ONE, new BigDecimal(price), null, null, null, role);
    return OrderFilters.problem(OrderFilters.of(List.of(filters)), wanted, around);
  }

  @Test
  void theFirstFilterThatAnOrderDoesNotKeepIsNamed() {
    String both = problem("150.01", Wanted.Role.ENTRY, PERCENT, COUNT);
    String one = problem("150.00", Wanted.Role.ENTRY, PERCENT, COUNT);

    assertThat(both).isEqualTo("PERCENT_PRICE: price=150.01 min=50 max=150");
    assertThat(one).isEqualTo("MAX_NUM_ORDERS: open=3 max=3");
  }

  @Test
  void whatIsNotKnownHereIsLeftToTheVenue() {
    VenueFilter strange = VenueFilter.of("T_PLUS_SELL", Map.of("endTime", "5"));

    assertThat(OrderFilters.of(List.of(strange))).isEmpty();
    assertThat(problem("1000000", Wanted.Role.ENTRY, strange)).isNull();
  }

  @ParameterizedTest
  @EnumSource(Wanted.Role.class)
  void whatTheVenueMayKnowBetterStopsEntriesAndItselfOnly(Wanted.Role role) {
    boolean stopped =
        role == Wanted.Role.ENTRY
            || role == Wanted.Role.LISTED_ENTRY
            || role == Wanted.Role.ARRIVED
            || role == Wanted.Role.ARRIVED_LISTED;

    assertThat(problem("150.01", role, PERCENT) != null).isEqualTo(stopped);
    assertThat(problem("100.00", role, COUNT) != null).isEqualTo(stopped);
  }

  @ParameterizedTest
  @EnumSource(Wanted.Role.class)
  void howManyListsAreOpenConcernsThoseThatMakeOne(Wanted.Role role) {
    VenueFilter lists = VenueFilter.of("MAX_NUM_ORDER_LISTS", Map.of("maxNumOrderLists", "0"));
    boolean makesOne = role == Wanted.Role.LISTED_ENTRY || role == Wanted.Role.ARRIVED_LISTED;

    @Nullable String problem = problem("100.00", role, lists);

    assertThat(problem).isEqualTo(makesOne ? "MAX_NUM_ORDER_LISTS: open=0 max=0" : null);
  }

  @Test
  void howOftenAnOrderMayBeAmendedIsToldIfItIsSaid() {
    VenueFilter amends = VenueFilter.of("MAX_NUM_ORDER_AMENDS", Map.of("maxNumOrderAmends", "10"));

    int said = OrderFilters.mostAmends(List.of(COUNT, amends));

    assertThat(said).isEqualTo(10);
    assertThat(OrderFilters.mostAmends(List.of(COUNT))).isZero();
  }

  @Test
  void theLongestTimeThatIsLookedBackAtIsTold() {
    VenueFilter notional = VenueFilter.of("MIN_NOTIONAL", Map.of("minNotional", "5"));

    assertThat(OrderFilters.looksBack(OrderFilters.of(List.of(notional, PERCENT))))
        .isEqualTo(Duration.ofMinutes(15));
    assertThat(OrderFilters.looksBack(OrderFilters.of(List.of(COUNT)))).isZero();
  }

  @Test
  void aNumberThatIsNoneIsNamed() {
    List<VenueFilter> wrong =
        List.of(VenueFilter.of("MAX_POSITION", Map.of("maxPosition", "much")));

    assertThatThrownBy(() -> OrderFilters.of(wrong))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("filter MAX_POSITION: maxPosition=\"much\" is not a number");
  }
}
