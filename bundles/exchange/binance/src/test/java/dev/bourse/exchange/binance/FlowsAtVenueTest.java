package dev.bourse.exchange.binance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.AccountEvent.CashFlow;
import dev.bourse.api.event.ConnectionChanged;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Money that came and went while nobody listened, as the venue's history tells it. */
@Tag("N7")
@Tag("H3")
class FlowsAtVenueTest {
  private final TradeBench bench = new TradeBench();

  @AfterEach
  void close() {
    bench.close();
  }

  /** The rows of a report that was asked for now. */
  private List<CashFlow> history() {
    int before = bench.sink.events(AccountEvent.MassReport.class).size();
    bench.exchange.execution().requestReportWithFlows(0);
    bench.awaited(
        AccountEvent.MassReport.class,
        any -> bench.sink.events(AccountEvent.MassReport.class).size() > before);
    return Objects.requireNonNull(
        bench.sink.events(AccountEvent.MassReport.class).get(before).history());
  }

  private List<String> told() {
    return history().stream().map(each -> each.kind() + " " + each.amount()).toList();
  }

  @Test
  void whatMovedDuringACutIsInTheHistoryOfTheNextReport() {
    bench.connected();
    int cuts = bench.sink.events(ConnectionChanged.class).size();
    bench.venue.cutSockets();
    bench.venue.transfer("alice", "250", "USDT");
    bench.venue.transfer("alice", "-1.5", "BTC");
    bench.awaited(
        ConnectionChanged.class,
        up -> bench.sink.events(ConnectionChanged.class).size() > cuts && up.connected());

    List<String> history = told();

    assertThat(history)
        .containsExactlyInAnyOrder("deposit 250.00000000 USDT", "withdrawal -1.50000000 BTC");
  }

  @Test
  void aRowIsOfTheAmountAndTimeOfItsEventAndHasAnotherId() {
    bench.connected();
    bench.venue.transfer("alice", "-5", "USDT");
    CashFlow event = bench.awaited(CashFlow.class, any -> true);

    List<CashFlow> rows = history();

    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).amount()).isEqualTo(event.amount());
    assertThat(rows.get(0).id()).startsWith("withdrawal-").isNotEqualTo(event.id());
    assertThat(Math.abs(rows.get(0).eventTime() - event.eventTime())).isLessThan(1_000_000_000L);
  }

  @Test
  void aTransferBetweenWalletsIsToldAsOne() {
    bench.connected();
    bench.venue.transfer("alice", "7", "USDT", "FUNDING");

    List<String> history = told();

    assertThat(history).containsExactly("transfer 7.00000000 USDT");
  }

  @Test
  void aReportWithoutFlowsAsksForNone() {
    bench.connected();
    bench.venue.transfer("alice", "250", "USDT");

    bench.exchange.execution().requestReport(0);

    AccountEvent.MassReport report = bench.awaited(AccountEvent.MassReport.class, any -> true);
    assertThat(report.history()).isNull();
    assertThat(bench.exchange.capabilities().flowHistory()).isTrue();
  }
}
