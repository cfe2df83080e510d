package dev.bourse.control.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.trader.RefreshedOrder;
import dev.bourse.api.trader.TraderRegistry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One order, after its venue was asked. */
@Tag("D5")
class RefreshScreensTest {
  private static final Order FILLED = Demo.order("demo-ema-3-2", OrderStatus.FILLED, "0.01", "");

  private final FakeTrader demo =
      new FakeTrader(
          Snapshots.of("demo")
              .orders(Demo.order("demo-ema-3-2", OrderStatus.ACCEPTED, "0", ""))
              .build());
  private final Terminal terminal =
      new Terminal().offer(TraderRegistry.class, new FakeRegistry(demo));

  @Test
  void showsWhatTheVenueAnswered() {
    demo.refreshed(id -> new RefreshedOrder(FILLED, ""));

    String screen = terminal.run("order:info demo-ema-3-2 --refresh");

    assertThat(screen).startsWith("Order demo-ema-3-2:").containsPattern("Status +FILLED");
  }

  @Test
  void saysWhyItIsOnlyWhatTheBooksSay() {
    demo.refreshed(id -> new RefreshedOrder(FILLED, "the venue finds no such order"));

    String screen = terminal.run("order:info demo-ema-3-2 --refresh");

    assertThat(screen)
        .startsWith(
            "Not refreshed: the venue finds no such order. This is what the books say.\nOrder demo");
  }

  @Test
  void asksNobodyUnlessTold() {
    demo.refreshed(id -> new RefreshedOrder(FILLED, ""));

    String screen = terminal.run("order:info demo-ema-3-2");

    assertThat(screen).containsPattern("Status +ACCEPTED");
  }
}
