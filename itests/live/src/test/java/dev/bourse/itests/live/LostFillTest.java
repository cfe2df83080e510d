package dev.bourse.itests.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderOutcome;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.trader.TraderSnapshot;
import dev.bourse.venue.binance.faults.Fault;
import dev.bourse.venue.binance.faults.Fault.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stream that loses what becomes of orders, where nothing but the order itself is asked for. */
@Tag("D3")
@Tag("B5")
class LostFillTest {
  @TempDir private Path folder;
  private LiveBench bench;

  @BeforeEach
  void open() {
    Map<String, String> keys =
        Map.of(
            "watch.status", "500ms",
            "watch.balance", "off",
            "watch.orders", "off",
            "watch.trades", "off",
            "watch.audit", "off");
    bench = new LiveBench(folder, keys, List.of()).running();
    bench.quote("59000.00", "61000.00");
  }

  @AfterEach
  void close() {
    bench.close();
  }

  private Order working() {
    Instrument instrument = bench.trader().snapshot().feeds().get(0).instrument();
    OrderSpec spec =
        OrderSpec.limit(instrument, Side.BUY, Quantity.of("0.5"), Price.of("60000.00"));
    OrderOutcome outcome = bench.submit(spec);
    assertThat(outcome).isInstanceOf(OrderOutcome.Working.class);
    return ((OrderOutcome.Working) outcome).order();
  }

  @Test
  void aFillThatTheStreamLostIsFoundByAskingForItsOrderAndCountsOnce() {
    Order order = working();
    bench.venue.add(Fault.always(Kind.DROP, "executionReport"));

    bench.quote("59000.00", "59900.00");
    bench.trade("59900.00");
    Order found = bench.row(order.id(), OrderStatus.FILLED);

    TraderSnapshot after = bench.trader().snapshot();
    assertThat(found.filled()).isEqualByComparingTo(Quantity.of("0.5"));
    assertThat(after.positions()).hasSize(1);
    assertThat(after.positions().get(0).fills()).isEqualTo(1);
  }
}
