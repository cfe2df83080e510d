package dev.bourse.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.model.TraderId;
import dev.bourse.core.ledger.ClientOrderIds.Parts;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.LongRange;

/** An id says whose order it is, for every name that a configuration may have. */
@Tag("N16")
class ClientOrderIdsProperties {
  private static final long LAST_EPOCH = Long.parseLong("zzzzzz", 36);
  private static final long LAST_SEQUENCE = Long.parseLong("zzzzz", 36);

  @Property
  void tellsOwnerEpochAndNumberAndFitsEveryVenue(
      @ForAll("names") String trader,
      @ForAll("names") String strategy,
      @ForAll @LongRange(min = 1, max = 2_176_782_335L) long epoch,
      @ForAll @LongRange(min = 1, max = 60_466_175L) long sequence) {
    TraderId owner = new TraderId(trader);

    ClientOrderId id = ClientOrderIds.make(owner, new StrategyId(strategy), epoch, sequence);

    assertThat(ClientOrderIds.read(owner, id))
        .contains(new Parts(trader, strategy, epoch, sequence));
    assertThat(id.value()).hasSizeLessThanOrEqualTo(ClientOrderIds.MOST);
    assertThat(epoch).isLessThanOrEqualTo(LAST_EPOCH);
    assertThat(sequence).isLessThanOrEqualTo(LAST_SEQUENCE);
  }

  @Property
  void isNotTakenForAnotherTradersOrder(
      @ForAll("names") String trader, @ForAll("names") String other) {
    TraderId owner = new TraderId(trader);
    boolean prefix = trader.startsWith(other + "-") || trader.equals(other);

    ClientOrderId id = ClientOrderIds.make(owner, StrategyId.MANUAL, 5, 7);

    assertThat(ClientOrderIds.read(new TraderId(other), id).isPresent()).isEqualTo(prefix);
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.strings()
        .withCharRange('a', 'c')
        .withChars('-', '_', '.', '9')
        .ofMinLength(1)
        .ofMaxLength(ClientOrderIds.MOST_NAMES / 2)
        .filter(name -> name.charAt(0) != '-' && name.charAt(0) != '.');
  }
}
