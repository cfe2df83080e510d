package dev.bourse.core;

import static dev.bourse.core.Fixture.BTCUSD;
import static dev.bourse.core.Fixture.SECOND;
import static dev.bourse.core.Fixture.USD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Price;
import dev.bourse.api.persistence.JournalEntry;
import dev.bourse.api.strategy.Orders;
import dev.bourse.api.trace.Turn;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.core.codec.TurnCodec;
import dev.bourse.core.settings.History;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is written down of how orders and positions stand. */
@Tag("N13")
class HistoryTest {
  private static final History BOTH = new History(true, 60 * SECOND);

  private final Queue<Consumer<Orders>> wishes = new ArrayDeque<>();

  private Fixture trader(History history) {
    Fixture trader = new Fixture(new TraderCore(Fixture.settings(List.of()).withHistory(history)));
    trader.running(OnTrade.granting(wishes));
    trader.trade("100.00");
    return trader;
  }

  private ClientOrderId buys(Fixture trader) {
    wishes.add(orders -> orders.buyLimit(BTCUSD.quantity("2"), BTCUSD.price("99.00")));
    trader.trade("100.00");
    return trader.last().id();
  }

  private static <T extends TurnResult> List<T> kept(List<Turn> turns, Class<T> type) {
    return turns.stream()
        .flatMap(turn -> turn.results().stream())
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  private static List<String> orders(Fixture trader) {
    return kept(trader.turns(), TurnResult.OrderKept.class).stream()
        .map(each -> each.order().status() + " " + each.order().filled())
        .toList();
  }

  @Test
  void anOrderIsKeptAsItStandsAfterEveryTurnThatMovesIt() {
    Fixture trader = trader(new History(true, 0));
    ClientOrderId id = buys(trader);

    trader.accept(id);
    trader.fill(id, "0.5", "99.00", USD.zero());
    wishes.add(orders -> orders.cancel(id));
    trader.trade("100.00");

    assertThat(orders(trader))
        .containsExactly(
            "INITIALIZED 0.0000",
            "SUBMITTED 0.0000",
            "ACCEPTED 0.0000",
            "PARTIALLY_FILLED 0.5000",
            "PENDING_CANCEL 0.5000");
  }

  @Test
  void aPositionIsKeptAfterEveryFillWithThePriceOfThatMoment() {
    Fixture trader = trader(new History(true, 0));
    ClientOrderId id = buys(trader);
    trader.accept(id);

    trader.fill(id, "0.5", "99.00", USD.zero());
    trader.fill(id, "1.5", "99.00", USD.zero());

    assertThat(kept(trader.turns(), TurnResult.PositionKept.class))
        .extracting(each -> each.position().quantity().toDouble(), TurnResult.PositionKept::price)
        .containsExactly(tuple(0.5, Price.of("100.00")), tuple(2.0, Price.of("100.00")));
    assertThat(kept(trader.turns(), TurnResult.PositionKept.class).get(1).unrealized())
        .hasToString("2.00000000 USD");
  }

  @Test
  void whatLivesIsKeptInEveryIntervalAndNothingInBetween() {
    Fixture trader = trader(new History(false, 60 * SECOND));
    ClientOrderId id = buys(trader);
    trader.accept(id);
    trader.fill(id, "0.5", "99.00", USD.zero());
    trader.trade("101.00");
    List<String> before = orders(trader);

    trader.pass(Duration.ofSeconds(150));

    assertThat(before).isEmpty();
    assertThat(orders(trader))
        .containsExactly("PARTIALLY_FILLED 0.5000", "PARTIALLY_FILLED 0.5000");
    assertThat(kept(trader.turns(), TurnResult.PositionKept.class))
        .extracting(TurnResult.PositionKept::unrealized)
        .extracting(Object::toString)
        .containsExactly("1.00000000 USD", "1.00000000 USD");
  }

  @Test
  void nothingIsKeptUnlessAskedFor() {
    Fixture trader = trader(History.NONE);
    ClientOrderId id = buys(trader);

    trader.accept(id);
    trader.fill(id, "2", "99.00", USD.zero());
    trader.pass(Duration.ofMinutes(5));

    assertThat(orders(trader)).isEmpty();
    assertThat(kept(trader.turns(), TurnResult.PositionKept.class)).isEmpty();
  }

  @Test
  void aTurnIsFoundByWhatWasKeptInIt() {
    Fixture trader = trader(BOTH);
    ClientOrderId id = buys(trader);
    trader.accept(id);
    Turn fill = trader.fill(id, "0.5", "99.00", USD.zero());

    JournalEntry entry =
        new TurnCodec(trader.core().instruments())
            .encode(fill.sequence(), fill.time(), fill.event(), fill.results());

    assertThat(entry.keys())
        .containsExactlyInAnyOrder(
            TurnResult.PositionKept.key(BTCUSD.id()), TurnResult.OrderKept.key(id), id.value());
  }
}
