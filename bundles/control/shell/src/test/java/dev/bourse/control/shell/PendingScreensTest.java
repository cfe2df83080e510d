package dev.bourse.control.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.trader.TraderRegistry;
import dev.bourse.api.trader.TraderSnapshot.QueriedView;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where orders stand: each in exactly one place. */
@Tag("D1")
@Tag("D2")
@Tag("D4")
class PendingScreensTest {
  private final FakeTrader demo =
      new FakeTrader(
          Snapshots.of("demo")
              .orders(
                  Demo.order("demo-ema-3-1", OrderStatus.FILLED, "0.01", ""),
                  Demo.order("demo-ema-3-2", OrderStatus.ACCEPTED, "0", ""),
                  Demo.order("demo-ema-3-3", OrderStatus.SUBMITTED, "0", ""),
                  Demo.order("demo-ema-3-4", OrderStatus.CANCELED, "0", "CANCELED_BY_TRADER"))
              .queried(new QueriedView(new ClientOrderId("demo-ema-3-3"), 1, 4))
              .build());
  private final Terminal terminal =
      new Terminal().offer(TraderRegistry.class, new FakeRegistry(demo));

  @Test
  void listsWhatIsOpenAndCountsAll() {
    String screen = terminal.run("order:pending demo --no-format");
    String counts = terminal.run("order:pending demo");

    assertThat(screen.lines().skip(1).map(line -> line.substring(0, line.indexOf('\t', 13))))
        .containsExactly("demo-ema-3-2\tpending", "demo-ema-3-3\tretry");
    assertThat(screen).contains("\t4\t");
    assertThat(counts).endsWith("1 pending, 1 retry, 1 completed, 1 failed: 4 orders.\n");
  }

  @ParameterizedTest
  @EnumSource(OrderStatus.class)
  void hasEveryOrderInExactlyOneView(OrderStatus status) {
    Order order = Demo.order("demo-ema-3-9", status, "0", "");
    FakeTrader calm = new FakeTrader(Snapshots.of("demo").orders(order).build());
    FakeTrader asked =
        new FakeTrader(
            Snapshots.of("demo").orders(order).queried(new QueriedView(order.id(), 1, 2)).build());

    List<String> views = views(calm, order);
    List<String> whenQueried = views(asked, order);

    assertThat(views).hasSize(1);
    assertThat(whenQueried).isEqualTo(status.isLive() ? List.of("retry") : views);
  }

  private static List<String> views(FakeTrader trader, Order order) {
    Terminal screen = new Terminal().offer(TraderRegistry.class, new FakeRegistry(trader));
    return Stream.of("pending", "retry", "completed", "failed")
        .filter(
            view -> screen.run("order:pending demo --view " + view).contains(order.id().toString()))
        .toList();
  }

  @Test
  void keepsTheReasonOfWhatFailed() {
    String screen = terminal.run("order:pending demo --view failed");

    assertThat(screen).contains("demo-ema-3-4  failed").contains("CANCELED_BY_TRADER");
    assertThat(screen).doesNotContain("demo-ema-3-1").doesNotContain("demo-ema-3-2");
  }

  @Test
  void refusesAViewThatIsNotThere() {
    String screen = terminal.run("order:pending demo --view lost");

    assertThat(screen)
        .contains("--view=lost must be one of open, pending, retry, completed, failed, all.");
  }
}
