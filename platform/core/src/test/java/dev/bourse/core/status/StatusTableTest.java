package dev.bourse.core.status;

import static dev.bourse.core.Fixture.ACCOUNT;
import static dev.bourse.core.Fixture.BTCUSD;
import static dev.bourse.core.Fixture.STRATEGY;
import static dev.bourse.core.Fixture.USD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.ConnectionChanged;
import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.core.Fixture;
import dev.bourse.core.OnTrade;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The table "Status, and what may go out" of the design, cell by cell, on a trader that holds 1 BTC
 * and has one entry open.
 */
@Tag("N27")
class StatusTableTest {
  private final OnTrade strategy = new OnTrade(orders -> {});
  private final Fixture trader = new Fixture();
  private ClientOrderId restingEntry = new ClientOrderId("none");

  @ParameterizedTest(name = "{0}: entry {1}, reduce {2}, cancel {3}, asked {4}")
  @CsvSource({
    "RECOVERING,  no,  no,       no,       no",
    "RECONCILING, no,  operator, operator, no",
    "SUSPENDED,   no,  queued,   queued,   no",
    "RUNNING,     yes, yes,      yes,      yes",
    "PAUSED,      no,  yes,      yes,      yes",
    "REDUCING,    no,  yes,      yes,      yes",
    "HALTED,      no,  operator, yes,      no",
    "FAULTED,     no,  operator, yes,      no",
    "STOPPING,    no,  operator, operator, no",
  })
  void eachStatusLetsOutWhatTheDesignSays(
      TraderStatus status, String entry, String reduce, String cancel, String asked) {
    bring(status);
    int before = strategy.asked();

    trader.trade("100.00");
    boolean wasAsked = strategy.asked() > before;
    String entryByOperator = submit(Side.BUY);
    String reduceByOperator = submit(Side.SELL);
    String cancelByOperator = cancelEntry(status);

    assertThat(trader.core().state().flags().status()).isEqualTo(status);
    assertThat(wasAsked ? "yes" : "no").isEqualTo(asked);
    assertThat(entryByOperator).isEqualTo(entry);
    assertThat(reduceByOperator).isEqualTo(operator(reduce));
    assertThat(cancelByOperator).isEqualTo(operator(cancel));
    assertThat(StatusTable.of(status).reduce().name().toLowerCase(java.util.Locale.ROOT))
        .isEqualTo(reduce);
  }

  private static String operator(String cell) {
    return cell.equals("operator") ? "yes" : cell;
  }

  private void bring(TraderStatus status) {
    trader.running(strategy);
    trader.trade("100.00");
    hold();
    switch (status) {
      case RECOVERING -> trader.on(new LifecycleEvent.Started(2, ""));
      case RECONCILING -> reconnect();
      case SUSPENDED -> trader.on(new ConnectionChanged(ACCOUNT, false, "cut", trader.now()));
      case PAUSED -> trader.on(new ControlEvent.Pause("op"));
      case REDUCING -> trader.on(new ControlEvent.Reduce("op"));
      case HALTED -> trader.on(new ControlEvent.Halt("test", "op"));
      case FAULTED -> trader.on(new LifecycleEvent.StrategyFailed(STRATEGY, "hangs"));
      case STOPPING -> trader.on(new LifecycleEvent.Stopping("test"));
      default -> {}
    }
  }

  private void reconnect() {
    trader.on(new ConnectionChanged(ACCOUNT, false, "cut", trader.now()));
    trader.on(new ConnectionChanged(ACCOUNT, true, "", trader.now()));
  }

  /** Gives the manual strategy 1 BTC and one resting entry. */
  private void hold() {
    trader.on(new ControlEvent.Submit(market(Side.BUY, "1"), "op"));
    ClientOrderId buy = trader.last().id();
    trader.accept(buy);
    trader.fill(buy, "1", "100.00", USD.zero());
    OrderSpec resting =
        OrderSpec.limit(BTCUSD, Side.BUY, BTCUSD.quantity("0.1"), BTCUSD.price("90.00"));
    trader.on(new ControlEvent.Submit(resting, "op"));
    restingEntry = trader.last().id();
    trader.accept(restingEntry);
  }

  private String submit(Side side) {
    int commands = commands(new ControlEvent.Submit(market(side, "0.1"), "op"));
    if (trader.last().status() == OrderStatus.DENIED) {
      return "no";
    }
    return commands > 0 ? "yes" : "queued";
  }

  private String cancelEntry(TraderStatus status) {
    if (trader.order(restingEntry).status() == OrderStatus.PENDING_CANCEL) {
      return status == TraderStatus.SUSPENDED ? "queued" : "yes";
    }
    int commands = commands(new ControlEvent.Cancel(restingEntry, "op"));
    Order after = trader.order(restingEntry);
    if (after.status() != OrderStatus.PENDING_CANCEL) {
      return "no";
    }
    return commands > 0 ? "yes" : "queued";
  }

  private int commands(ControlEvent event) {
    int commands = trader.core().on(trader.now(), event).commands().size();
    return commands;
  }

  private static OrderSpec market(Side side, String quantity) {
    return OrderSpec.market(BTCUSD, side, BTCUSD.quantity(quantity));
  }
}
