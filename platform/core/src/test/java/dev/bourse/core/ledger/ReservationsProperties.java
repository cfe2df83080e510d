package dev.bourse.core.ledger;

import static dev.bourse.core.Fixture.USD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.Int128;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Rate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What an order reserves does not depend on how wide the arithmetic is. */
class ReservationsProperties {
  @Property
  @Tag("N28")
  void theShortWayGivesWhatTheExactOneGives(
      @ForAll @LongRange(min = 0) long raw,
      @ForAll @IntRange(min = 0, max = 62) int smaller,
      @ForAll boolean market,
      @ForAll @IntRange(min = -5_000, max = 20_000) int fee) {
    Money value = new Money(Int128.of(raw >> smaller), USD);
    Rate margin = market ? Reservations.MARKET_MARGIN : Rate.ZERO;

    Money reserved = Reservations.withFee(value, margin, new Rate(fee));

    assertThat(reserved).isEqualTo(Reservations.exactly(value, margin, new Rate(fee)));
  }
}
