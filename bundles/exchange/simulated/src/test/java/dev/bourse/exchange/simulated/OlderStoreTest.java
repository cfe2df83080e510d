package dev.bourse.exchange.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.OrderReport;
import dev.bourse.api.persistence.EntryKind;
import dev.bourse.api.persistence.JournalEntry;
import dev.bourse.api.persistence.Snapshot;
import dev.bourse.api.persistence.SnapshotEntry;
import dev.bourse.testkit.TestStore;
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
 * What an earlier version wrote is still read: a journal and a snapshot of layout 1, of an account
 * that bought 1 BTC and 0.4 of another, was refused an order, and sent one more.
 */
@Tag("N4")
class OlderStoreTest {
  private static final HexFormat HEX = HexFormat.of();

  private static List<String[]> lines(String kind) {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(OlderStoreTest.class.getResourceAsStream("layout-1.txt")),
                StandardCharsets.US_ASCII))) {
      return in.lines().map(line -> line.split(" ", -1)).filter(p -> p[0].equals(kind)).toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static TestStore journal() {
    TestStore store = new TestStore();
    for (String[] part : lines("journal")) {
      store
          .journal()
          .append(
              new JournalEntry(
                  Long.parseLong(part[1]),
                  Long.parseLong(part[2]),
                  EntryKind.valueOf(part[3]),
                  1,
                  List.of(),
                  HEX.parseHex(part[4])));
    }
    store.journal().write();
    return store;
  }

  private static TestStore snapshot() {
    TestStore store = journal();
    store.journal().force();
    List<String[]> lines = lines("snapshot");
    List<SnapshotEntry> entries =
        lines.stream().map(p -> new SnapshotEntry(p[3], p[4], HEX.parseHex(p[5]))).toList();
    long sequence = Long.parseLong(lines.get(0)[1]);
    store.snapshots().write(new Snapshot(sequence, Long.parseLong(lines.get(0)[2]), 1, entries));
    return store;
  }

  @Test
  void aJournalOfLayoutOneIsReadWhole() {
    Desk desk = Desk.open(journal());

    List<String> balances = desk.balances();
    List<OrderReport.Status> open = desk.massReport().openOrders();
    desk.at(14);

    assertThat(balances)
        .containsExactly("1.40000000 BTC (0.00000000)", "863.64997500 USD (54.13500000)");
    assertThat(open)
        .extracting(status -> status.orderId() + " " + status.filled() + " " + status.terms())
        .containsExactly("open 0.40000000 quantity=1.00000000 price=90.00");
    assertThat(desk.reports()).containsExactly("pending Accepted");
  }

  @Test
  void aSnapshotOfLayoutOneIsReadWhole() {
    Desk fromJournal = Desk.open(journal());
    Desk fromSnapshot = Desk.open(snapshot());

    fromSnapshot.at(14);
    fromJournal.at(14);

    assertThat(fromSnapshot.reports()).containsExactly("pending Accepted");
    assertThat(fromSnapshot.massReport()).isEqualTo(fromJournal.massReport());
  }
}
