package dev.bourse.core.lists;

import static dev.bourse.core.Fixture.BTC;
import static dev.bourse.core.Fixture.USD;
import static dev.bourse.core.lists.ListHouse.WITHIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Money;
import dev.bourse.core.TraderCore;
import dev.bourse.core.ledger.OrderLedger;
import dev.bourse.core.settings.TraderSettings;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

/**
 * Lists at a venue that answers late, loses answers, refuses cancels and amends, fills in parts and
 * charges its fees in base, with a person who interferes and restarts between.
 */
class OrderListProperties {
  @Property(tries = 150)
  @Tag("N19")
  @Tag("P4")
  @Tag("P23")
  void exitsNeverSellMoreThanIsHeldAndNothingStaysReserved(
      @ForAll long seed, @ForAll boolean amends, @ForAll @IntRange(min = 5, max = 120) int steps) {
    ListWorld world = ListWorld.plain(seed, amends);

    for (int step = 0; step < steps; step++) {
      world.step();

      assertThat(world.sold).isLessThanOrEqualTo(world.bought);
      assertThat(world.onSale()).isLessThanOrEqualTo(world.house.position());
      assertThat(world.house.reserved()).allMatch(money -> money.signum() >= 0);
      assertThat(world.house.unseen()).isLessThanOrEqualTo(WITHIN.plusSeconds(1).toNanos());
      assertThat(world.house.reserved(BTC)).isLessThanOrEqualTo(held(world));
    }
    world.trader.on(new ControlEvent.Flatten("op"));
    world.settle();

    assertThat(world.trader.core().state().ledger().live()).isEmpty();
    assertThat(world.house.reserved()).containsExactly(USD.zero(), BTC.zero());
  }

  /**
   * An amend that crosses a sibling's fill leaves an exit larger than the position until the next
   * amend has come and gone; the venue sells no coins that are not there, so nothing flips.
   */
  @Property(tries = 150)
  @Tag("N19")
  @Tag("P4")
  @Tag("P23")
  void whereTheVenueLinksNoExitStaysLargerThanThePosition(
      @ForAll long seed, @ForAll @IntRange(min = 5, max = 120) int steps) {
    ListWorld world = ListWorld.linking(seed);

    for (int step = 0; step < steps; step++) {
      world.step();
      assertThat(world.sold).isLessThanOrEqualTo(world.bought);
      assertThat(world.house.reserved()).allMatch(money -> money.signum() >= 0);
      assertThat(world.house.unseen()).isLessThanOrEqualTo(WITHIN.plusSeconds(1).toNanos());
    }
    world.quiet();

    assertThat(world.largestOnSale()).isLessThanOrEqualTo(world.house.position());
    assertThat(world.house.reserved(BTC)).isLessThanOrEqualTo(held(world));
    world.trader.on(new ControlEvent.Flatten("op"));
    world.settle();
    assertThat(world.trader.core().state().ledger().live()).isEmpty();
    assertThat(world.house.reserved()).containsExactly(USD.zero(), BTC.zero());
  }

  /** A pair goes by one command, and what one of it does to the other is heard late or never. */
  @Property(tries = 150)
  @Tag("N19")
  @Tag("P4")
  @Tag("P23")
  void whereTheVenueTakesPairsNothingIsSoldTwice(
      @ForAll long seed, @ForAll @IntRange(min = 5, max = 120) int steps) {
    nothingIsSoldTwice(ListWorld.pairing(seed), steps);
  }

  /** Exits wait at the venue: they begin with the whole entry, and what ends it ends them. */
  @Property(tries = 150)
  @Tag("N19")
  @Tag("P4")
  @Tag("P23")
  void whereExitsWaitAtTheVenueNothingIsSoldTwice(
      @ForAll long seed, @ForAll @IntRange(min = 5, max = 120) int steps) {
    nothingIsSoldTwice(ListWorld.bracketing(seed), steps);
  }

  private static void nothingIsSoldTwice(ListWorld world, int steps) {
    for (int step = 0; step < steps; step++) {
      world.step();
      assertThat(world.sold).isLessThanOrEqualTo(world.bought);
      assertThat(world.largestOnSale()).isLessThanOrEqualTo(world.house.position());
      assertThat(world.house.reserved()).allMatch(money -> money.signum() >= 0);
      assertThat(world.house.unseen()).isLessThanOrEqualTo(WITHIN.plusSeconds(1).toNanos());
    }
    world.quiet();
    assertThat(world.house.reserved(BTC)).isLessThanOrEqualTo(held(world));
    world.trader.on(new ControlEvent.Flatten("op"));
    world.settle();

    assertThat(world.trader.core().state().ledger().live()).isEmpty();
    assertThat(world.house.reserved()).containsExactly(USD.zero(), BTC.zero());
  }

  private static Money held(ListWorld world) {
    return Money.of(world.house.position().toString(), BTC);
  }

  @Property(tries = 100)
  @Tag("N19")
  @Tag("N4")
  void aRestartAtAnyTurnFindsTheListsAsTheyWere(
      @ForAll long seed,
      @ForAll @IntRange(max = 4) int venue,
      @ForAll @IntRange(min = 5, max = 100) int steps) {
    ListWorld world =
        switch (venue) {
          case 4 -> ListWorld.bracketing(seed);
          case 3 -> ListWorld.pairing(seed);
          case 2 -> ListWorld.linking(seed);
          default -> ListWorld.plain(seed, venue == 1);
        };
    TraderSettings settings = world.trader.core().state().settings();

    for (int step = 0; step < steps; step++) {
      world.step();
    }
    TraderCore folded = new TraderCore(settings);
    world.trader.turns().forEach(folded::replay);
    TraderCore restored = TraderCore.restore(settings, world.trader.core().save());

    assertThat(folded.stateHash()).isEqualTo(world.trader.core().stateHash());
    assertThat(restored.stateHash()).isEqualTo(world.trader.core().stateHash());
    assertThat(restored.state().ledger().live())
        .isEqualTo(world.trader.core().state().ledger().live());
    assertThat(listsWithExits(restored)).isEqualTo(listsWithExits(world.trader.core()));
  }

  /** A list that is over must not come alive again. */
  private static List<ClientOrderId> listsWithExits(TraderCore core) {
    OrderLedger ledger = core.state().ledger();
    return ledger.lists(null).stream()
        .filter(id -> ledger.list(id).stream().anyMatch(ListShares::isLeg))
        .toList();
  }
}
