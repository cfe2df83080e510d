package dev.bourse.control.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.model.CancelOutcome;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.trader.TraderRegistry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Orders that are taken back, by themselves and many at once. */
@Tag("P4")
class CancelScreensTest {
  private final FakeTrader demo =
      new FakeTrader(
          Snapshots.of("demo")
              .orders(
                  Demo.order("demo-ema-3-2", OrderStatus.ACCEPTED, "0", "", Demo.limitSell()),
                  Demo.order("demo-ema-3-3", OrderStatus.SUBMITTED, "0", "no answer"),
                  Demo.order("demo-ema-3-4", OrderStatus.DENIED, "0", "NO_PRICE: last=none"))
              .build());
  private final Terminal terminal =
      new Terminal().offer(TraderRegistry.class, new FakeRegistry(demo));

  @Test
  @Tag("B6")
  void cancelsOneOrderAndSaysWhatBecameOfIt() {
    ClientOrderId id = new ClientOrderId("demo-ema-3-2");
    demo.cancelled(
        each ->
            new CancelOutcome.Done(Demo.order("demo-ema-3-2", OrderStatus.CANCELED, "0", "asked")));

    String done = terminal.answering("y").run("order:cancel demo-ema-3-2");
    demo.cancelled(each -> new CancelOutcome.Rejected(each, "NOT_NOW: busy"));
    String refused = terminal.run("order:cancel demo-ema-3-2 --wait 0 --yes");
    demo.cancelled(each -> new CancelOutcome.Unknown(each, "no answer"));
    String unknown = terminal.run("order:cancel demo-ema-3-2 --yes");

    assertThat(done)
        .isEqualTo(
            """
            This cancels order demo-ema-3-2. Do it? [y/N] y
            Order demo-ema-3-2 is cancelled; filled before that: 0 of 0.01 BTC.
            """);
    assertThat(refused)
        .isEqualTo("Order demo-ema-3-2 was not cancelled and goes on: NOT_NOW: busy\n");
    assertThat(unknown).startsWith("Order demo-ema-3-2: the cancel is not proven either way");
    assertThat(demo.asked())
        .containsExactly(
            List.of(id, "shell:karaf", Duration.ofSeconds(5)),
            List.of(id, "shell:karaf", Duration.ZERO),
            List.of(id, "shell:karaf", Duration.ofSeconds(5)));
  }

  @Test
  @Tag("F2")
  void cancelsAllOrdersOfATrader() {
    String screen = terminal.run("order:cancel --all demo --yes");

    assertThat(screen).isEqualTo("Done.\n");
    assertThat(demo.asked()).containsExactly(new ControlEvent.CancelAll("shell:karaf"));
  }

  @Test
  @Tag("F2")
  void cancelsTheEntriesOfOneStrategyAndLeavesWhatProtectsPositions() {
    terminal.run("order:cancel --all demo --strategy manual --entries --yes");

    assertThat(demo.asked())
        .containsExactly(new ControlEvent.CancelAll("shell:karaf", StrategyId.MANUAL, true));
  }

  @Test
  @Tag("F2")
  void saysHowManyStopsGoWithAllOrdersBeforeItAsks() {
    String all = terminal.run("order:cancel --all demo");
    String entries = terminal.run("order:cancel --all demo --entries");

    assertThat(all).startsWith("This cancels every live order of trader demo, now ");
    assertThat(entries).startsWith("This cancels every live entry of trader demo, now ");
  }

  @Test
  void whatOnlyManyOrdersHaveIsRefusedForOne() {
    assertThat(terminal.run("order:cancel demo-ema-3-2 --entries --yes"))
        .contains("--entries and --strategy go with --all <trader>.");
    assertThat(terminal.run("order:cancel --all demo --strategy nobody --yes"))
        .contains("Trader demo has no strategy nobody; strategy:list shows them.");
    assertThat(demo.asked()).isEmpty();
  }
}
