package dev.bourse.core.codec;

import static dev.bourse.core.Fixture.BTCUSD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Side;
import dev.bourse.api.persistence.EntryKind;
import dev.bourse.api.persistence.JournalEntry;
import dev.bourse.api.persistence.Snapshot;
import dev.bourse.api.persistence.SnapshotEntry;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.core.Fixture;
import dev.bourse.core.TraderCore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What an earlier version wrote is still read: turns and a snapshot as layout 1 had them, of a
 * trader that bought 0.4 of 1 BTC, was denied a sale and cancelled the rest.
 */
@Tag("N4")
class OlderLayoutTest {
  private final List<String[]> lines = read();

  private static List<String[]> read() {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(OlderLayoutTest.class.getResourceAsStream("layout-1.txt")),
                StandardCharsets.US_ASCII))) {
      return in.lines().map(line -> line.split(" ", -1)).toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aSnapshotOfLayoutOneIsLoadedWhole() {
    TraderCore core = TraderCore.restore(Fixture.settings(List.of()), snapshot());

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
  void turnsOfLayoutOneAreFoldedToTheSameBooks() {
    TraderCore core = new TraderCore(Fixture.settings(List.of()));
    TurnCodec codec = new TurnCodec(core.state().market().instruments());

    for (String[] line : lines) {
      if (line[0].equals("turn")) {
        core.replay(codec.decode(entry(line)));
      }
    }

    TraderCore saved = TraderCore.restore(Fixture.settings(List.of()), snapshot());
    assertThat(core.state().ledger().all()).isEqualTo(saved.state().ledger().all());
    assertThat(core.state().portfolio().positions())
        .isEqualTo(saved.state().portfolio().positions());
    assertThat(core.state().portfolio().balances(Fixture.ACCOUNT))
        .isEqualTo(saved.state().portfolio().balances(Fixture.ACCOUNT));
    assertThat(core.state().strategyTimers().all()).isEqualTo(saved.state().strategyTimers().all());
    assertThat(core.sequence()).isEqualTo(snapshot().sequence());
  }

  @Test
  void anApprovalOfLayoutOneHasNeitherTriggerNorList() {
    TraderCore core = TraderCore.restore(Fixture.settings(List.of()), snapshot());
    TurnCodec codec = new TurnCodec(core.state().market().instruments());

    List<Order> approved =
        lines.stream()
            .filter(line -> line[0].equals("turn"))
            .flatMap(line -> codec.decode(entry(line)).results().stream())
            .filter(TurnResult.OrderApproved.class::isInstance)
            .map(result -> ((TurnResult.OrderApproved) result).order())
            .toList();

    assertThat(approved).hasSize(1);
    assertThat(approved.get(0).triggered()).isFalse();
    assertThat(approved.get(0).link()).isNull();
    assertThat(approved.get(0).change()).isNull();
  }

  private static JournalEntry entry(String[] line) {
    return new JournalEntry(
        Long.parseLong(line[1]),
        Long.parseLong(line[2]),
        EntryKind.valueOf(line[3]),
        1,
        List.of(),
        HexFormat.of().parseHex(line[4]));
  }

  private Snapshot snapshot() {
    List<String[]> state = lines.stream().filter(line -> line[0].equals("state")).toList();
    return new Snapshot(
        Long.parseLong(state.get(0)[1]),
        Long.parseLong(state.get(0)[2]),
        1,
        state.stream()
            .map(line -> new SnapshotEntry(line[3], line[4], HexFormat.of().parseHex(line[5])))
            .toList());
  }
}
