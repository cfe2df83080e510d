package dev.bourse.core.codec;

import static dev.bourse.core.Fixture.BTCUSD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.PositionSide;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TrailingOffset;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.core.Fixture;
import dev.bourse.core.TraderCore;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What an earlier version wrote is still read. Layout 1: a trader that bought 0.4 of 1 BTC, was
 * denied a sale and cancelled the rest. Layout 2: a bracket of which 0.4 were bought and 0.1 sold,
 * a trailing stop, a short of ten contracts on margin, and funding that was paid.
 */
@Tag("N4")
class OlderLayoutTest {
  private final RecordedLayout one = new RecordedLayout(1);
  private final RecordedLayout two = new RecordedLayout(2);

  @Test
  void aSnapshotOfLayoutOneIsLoadedWhole() {
    TraderCore core = one.restored();

    List<Order> orders = core.state().ledger().all();

    assertThat(orders)
        .extracting(Order::status)
        .containsExactly(OrderStatus.PENDING_CANCEL, OrderStatus.DENIED);
    assertThat(orders.get(0).spec())
        .isEqualTo(OrderSpec.limit(BTCUSD, Side.BUY, BTCUSD.quantity("1"), BTCUSD.price("99.00")));
    assertThat(orders.get(0).filled()).isEqualTo(BTCUSD.quantity("0.4"));
    assertThat(core.state().portfolio().positions().get(0).quantity())
        .isEqualByComparingTo(BTCUSD.quantity("0.4"));
  }

  @Test
  void aSnapshotOfLayoutTwoIsLoadedWhole() {
    TraderCore core = two.restored();

    List<Order> orders = core.state().ledger().all();

    assertThat(orders)
        .extracting(order -> order.spec().quantity() + " " + order.spec().type())
        .containsExactly(
            "1.0000 LIMIT",
            "0.4000 LIMIT",
            "0.3000 STOP_MARKET",
            "0.2000 TRAILING_STOP_MARKET",
            "10.0000 MARKET");
    assertThat(orders)
        .extracting(Order::status)
        .containsExactly(
            OrderStatus.PARTIALLY_FILLED,
            OrderStatus.PENDING_CANCEL,
            OrderStatus.EMULATED,
            OrderStatus.EMULATED,
            OrderStatus.FILLED);
    assertThat(orders.get(3).spec().trigger().trailing())
        .isEqualTo(TrailingOffset.basisPoints(500));
    assertThat(orders.subList(0, 3)).allMatch(order -> order.link() != null);
  }

  @Test
  void theMoneyOfLayoutTwoIsThere() {
    TraderCore core = two.restored();

    List<Position> positions = core.state().portfolio().positions();
    Money cash =
        core.state().portfolio().balance(Fixture.ACCOUNT, Fixture.USD).orElseThrow().total();

    assertThat(positions)
        .extracting(position -> position.side() + " " + position.quantity() + " " + position.fees())
        .containsExactly(
            PositionSide.LONG + " 0.30000000 " + Money.of("0.1", Fixture.USD),
            PositionSide.SHORT + " 10.00000000 " + Money.of("1", Fixture.USD));
    assertThat(cash).isEqualTo(Money.of("9969.4", Fixture.USD));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void turnsAreFoldedToTheSameBooksAsTheSnapshot(int layout) {
    RecordedLayout recorded = new RecordedLayout(layout);

    TraderCore core = recorded.folded();

    TraderCore saved = recorded.restored();
    assertThat(core.state().ledger().all()).isEqualTo(saved.state().ledger().all());
    assertThat(core.state().portfolio().positions())
        .isEqualTo(saved.state().portfolio().positions());
    assertThat(core.state().portfolio().balances(Fixture.ACCOUNT))
        .isEqualTo(saved.state().portfolio().balances(Fixture.ACCOUNT));
    assertThat(core.state().strategyTimers().all()).isEqualTo(saved.state().strategyTimers().all());
    assertThat(core.sequence()).isEqualTo(recorded.snapshot().sequence());
  }

  @Test
  void anApprovalOfLayoutOneHasNeitherTriggerNorList() {
    List<Order> approved =
        one.turns().stream()
            .flatMap(turn -> turn.results().stream())
            .filter(TurnResult.OrderApproved.class::isInstance)
            .map(result -> ((TurnResult.OrderApproved) result).order())
            .toList();

    assertThat(approved).hasSize(1);
    assertThat(approved.get(0).triggered()).isFalse();
    assertThat(approved.get(0).link()).isNull();
    assertThat(approved.get(0).change()).isNull();
  }
}
