package dev.bourse.itests.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.OrderOutcome;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.trace.TraceQuery;
import dev.bourse.api.trader.Trader;
import dev.bourse.api.trader.TraderSnapshot;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two traders with a key each at one venue, in one process. */
@Tag("A7")
class TwoAccountsAtVenueTest {
  @TempDir private Path folder;
  private LiveBench bench;
  private Trader first;
  private Trader second;
  private Instrument instrument;

  @BeforeEach
  void open() {
    bench = new LiveBench(folder).running();
    first = bench.trader();
    second = bench.other();
    instrument = first.snapshot().feeds().get(0).instrument();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private OrderOutcome buys(Trader trader) {
    return LiveBench.submit(
        trader, OrderSpec.limit(instrument, Side.BUY, Quantity.of("0.5"), Price.of("50000.00")));
  }

  private static Money usdt(TraderSnapshot snapshot) {
    return snapshot.accounts().get(0).balances().stream()
        .filter(each -> each.currency().code().equals("USDT"))
        .findFirst()
        .orElseThrow()
        .free();
  }

  @Test
  void neitherHearsOfTheOthersOrders() {
    OrderOutcome ordered = buys(first);
    OrderOutcome later = buys(second);

    assertThat(ordered).isInstanceOf(OrderOutcome.Working.class);
    assertThat(first.snapshot().orders())
        .extracting(order -> order.id())
        .containsExactly(ordered.orderId());
    assertThat(second.snapshot().orders())
        .extracting(order -> order.id())
        .containsExactly(later.orderId());
    assertThat(second.trace().read(TraceQuery.ALL, 100_000))
        .isNotEmpty()
        .noneMatch(turn -> turn.toString().contains(ordered.orderId().value()));
  }

  @Test
  void whatOneOrdersIsNotReservedOfTheOther() {
    buys(first);

    assertThat(usdt(first.snapshot()).toDouble()).isLessThan(75_001);
    assertThat(usdt(second.snapshot())).hasToString("100000.00000000 USDT");
  }

  @Test
  void aHaltOfOneLeavesTheOtherTrading() throws Exception {
    first.control(new ControlEvent.Halt("a test", "test")).get(60, TimeUnit.SECONDS);

    OrderOutcome halted = buys(first);
    OrderOutcome goesOn = buys(second);

    assertThat(halted).isInstanceOf(OrderOutcome.Denied.class);
    assertThat(goesOn).isInstanceOf(OrderOutcome.Working.class);
    assertThat(second.snapshot().status()).isEqualTo(TraderStatus.RUNNING);
  }
}
