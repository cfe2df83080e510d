package dev.bourse.exchange.simulated.venue;

import dev.bourse.api.persistence.Snapshot;
import dev.bourse.api.persistence.SnapshotEntry;
import dev.bourse.api.state.StateWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** All rows of a venue as a snapshot. Sections are read in the order of their names. */
final class SnapshotRows {
  private final List<SnapshotEntry> entries = new ArrayList<>();

  private SnapshotRows() {}

  static Snapshot of(VenueState state, long sequence) {
    SnapshotRows rows = new SnapshotRows();
    rows.add("1-header", out -> Rows.header(out, state));
    state.books.forEach(book -> rows.add("2-instruments", out -> Rows.listed(out, book)));
    state.books.forEach(book -> rows.add("3-markets", out -> Rows.market(out, book)));
    state.allOrders().stream()
        .sorted(Comparator.comparingLong(order -> order.closedAt))
        .forEach(order -> rows.add("4-orders", out -> Rows.order(out, order)));
    state.fills.forEach(fill -> rows.add("5-fills", out -> Rows.fill(out, fill)));
    state.wallets.forEach(
        (account, wallet) ->
            wallet
                .all()
                .forEach(each -> rows.add("6-balances", out -> Rows.balance(out, account, each))));
    state.pending.forEach(pending -> rows.add("7-pending", out -> Rows.pending(out, pending)));
    state.volumes.forEach(
        (account, day, amount) ->
            rows.add("8-volumes", out -> Rows.volume(out, account, day, amount)));
    ContractRows.forEach(state, row -> rows.add("9-contracts", row));
    DepthRows.forEach(state, row -> rows.add("9-depths", row));
    TradedRows.forEach(state, row -> rows.add("9-traded", row));
    return new Snapshot(sequence, Math.max(0, state.time), Rows.SCHEMA, rows.entries);
  }

  static void read(Snapshot snapshot, VenueState state) {
    snapshot.entries().forEach(entry -> Rows.read(entry.bytes(), state));
  }

  private void add(String section, Consumer<StateWriter> row) {
    StateWriter out = new StateWriter();
    row.accept(out);
    String key = String.format(Locale.ROOT, "%010d", entries.size());
    entries.add(new SnapshotEntry(section, key, out.toBytes()));
  }
}
