package dev.bourse.core.state;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.persistence.Snapshot;
import dev.bourse.api.persistence.SnapshotEntry;
import dev.bourse.api.state.Kept;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;
import dev.bourse.core.codec.ValueCodec;
import dev.bourse.core.ledger.Provisional;
import dev.bourse.core.portfolio.FeeBook;
import dev.bourse.core.portfolio.PositionKey;
import dev.bourse.core.reconciliation.StoreBegin;
import dev.bourse.core.settings.TraderSettings;
import dev.bourse.core.strategy.KeptStates;
import dev.bourse.core.strategy.StrategyEntry;
import dev.bourse.core.time.Timers;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The whole state as sorted entries and back. {@link #SCHEMA} rises with every change of a layout;
 * older ones stay readable.
 */
public final class SnapshotCodec {
  /** The layout that is written. */
  public static final int SCHEMA = 2;

  /** The oldest layout that is still read. */
  private static final int OLDEST = 1;

  private static final List<String> SECTIONS =
      List.of(
          "a-head",
          "b-instrument",
          "c-market",
          "d-order",
          "e-fill",
          "f-position",
          "g-cash",
          "h-timer",
          "i-strategy",
          "j-kept",
          "k-provisional",
          "l-fees",
          "m-held",
          "n-rates",
          "o-account",
          "p-book",
          "q-venue",
          "r-set-off",
          "s-guards",
          "u-flows",
          "v-flow-times",
          "w-let-go-fills",
          "x-joins",
          "y-begin");

  private final TraderState state;
  private final ValueCodec values;
  private final List<SnapshotEntry> entries = new ArrayList<>();
  private final Map<ClientOrderId, Quantity> unpriced = new TreeMap<>();

  private SnapshotCodec(TraderState state) {
    this.state = state;
    this.values = new ValueCodec(state.market.instruments());
  }

  /** What live strategy objects keep, per slot. */
  public interface KeptSource {
    /** The key of the owner. */
    PositionKey owner();

    /** What it keeps by name. */
    Map<String, Kept> states();
  }

  /** Saves. */
  public static Snapshot save(TraderState state, List<? extends KeptSource> sources) {
    SnapshotCodec codec = new SnapshotCodec(state);
    codec.head();
    codec.markets();
    codec.books();
    codec.timers();
    codec.provisional();
    codec.held();
    codec.rates();
    codec.add(14, "", AccountRows.save(state, codec.values));
    codec.kept(sources);
    codec.guards();
    codec.entries.sort(null);
    return new Snapshot(state.sequence, state.time, SCHEMA, codec.entries);
  }

  /** Loads; throws {@link IllegalArgumentException} for a layout it does not know. */
  public static TraderState load(TraderSettings settings, Snapshot snapshot) {
    if (snapshot.schema() < OLDEST || snapshot.schema() > SCHEMA) {
      throw new IllegalArgumentException(
          "the snapshot at "
              + snapshot.sequence()
              + " has layout "
              + snapshot.schema()
              + ", this version reads "
              + OLDEST
              + " to "
              + SCHEMA
              + ": it was written by another version");
    }
    TraderState state = new TraderState(settings);
    SnapshotCodec codec = new SnapshotCodec(state);
    for (SnapshotEntry entry : snapshot.entries()) {
      codec.read(entry);
    }
    codec.unpriced.forEach(codec::price);
    state.sequence = snapshot.sequence();
    state.time = snapshot.time();
    return state;
  }

  private void add(int section, String key, StateWriter out) {
    entries.add(new SnapshotEntry(SECTIONS.get(section), key, out.toBytes()));
  }

  private static String row(int number) {
    return String.format(java.util.Locale.ROOT, "%010d", number);
  }

  private void head() {
    StateWriter out = new StateWriter();
    out.putLong(state.epoch).putLong(state.startedAt).putLong(state.nextOrder);
    out.putLong(state.market.events());
    state.flags.save(out);
    state.doubts.save(out);
    out.putInt(0); // where the layout before kept quantities counted before their fills
    state.cashFlows.save(out);
    out.putInt(state.begun.size());
    state.begun.forEach(id -> out.putText(id.value()));
    add(0, "", out);
  }

  private void loadHead(StateReader in) {
    state.epoch = in.getLong();
    state.startedAt = in.getLong();
    state.nextOrder = in.getLong();
    state.market.events(in.getLong());
    state.flags.load(in);
    state.doubts.load(in);
    for (int left = in.getInt(); left > 0; left--) {
      unpriced.put(new ClientOrderId(in.getText()), values.quantity(in));
    }
    state.cashFlows.load(in);
    for (int left = in.getInt(); left > 0; left--) {
      state.begun.add(new StrategyId(in.getText()));
    }
  }

  private void rates() {
    StateWriter out = new StateWriter();
    state.orderThrottle.save(out);
    state.amendThrottle.save(out);
    add(13, "", out);
  }

  private void guards() {
    if (GuardRows.isNeeded(state)) {
      add(18, "", GuardRows.save(state, values));
    }
    if (!state.flows.isEmpty()) {
      add(19, "", state.flows.save(values));
    }
    if (!state.cashFlows.isEmpty()) {
      add(20, "", state.cashFlows.saveTimes());
    }
    if (state.fills.letGoUntil() != Long.MIN_VALUE) {
      add(21, "", new StateWriter().putLong(state.fills.letGoUntil()));
    }
    if (!state.joins.all().isEmpty()) {
      add(22, "", state.joins.save());
    }
    if (state.begin.isKnown()) {
      StateWriter out = new StateWriter();
      out.putLong(state.begin.epoch()).putLong(state.begin.at()).putText(state.flags.doubt());
      add(23, "", out);
    }
  }

  private void held() {
    for (ClientOrderId id : state.held.ids()) {
      StateWriter out = new StateWriter();
      state.held.save(id, out);
      add(12, id.value(), out);
    }
  }

  /** Sections come in order, so the order is there already. */
  private void loadHeld(ClientOrderId id, StateReader in) {
    Order order = state.ledger.find(id);
    if (order != null) {
      state.held.load(order, in);
    }
  }

  private void provisional() {
    state.provisional.forEach(
        (id, part) -> {
          StateWriter out = new StateWriter();
          values.quantity(out, part.quantity());
          values.money(out, part.notional());
          values.money(out, part.fee());
          add(10, id.value(), out);
        });
  }

  /**
   * An older layout kept no value of what was counted before its fills: an equal share is taken.
   */
  private void price(ClientOrderId id, Quantity quantity) {
    Order order = state.ledger.find(id);
    if (order != null) {
      Money notional =
          order.filledNotional().share(quantity, order.filled(), RoundingMode.HALF_EVEN);
      Money fee = notional.currency().zero();
      state.provisional.putIfAbsent(id, new Provisional(quantity, notional, fee));
    }
  }

  private void markets() {
    for (int number = 0; number < state.market.instruments().size(); number++) {
      for (Instrument version : state.market.instruments().versions(number)) {
        StateWriter out = new StateWriter();
        values.definition(out, version);
        add(1, row(number) + "-" + row(version.version()), out);
      }
      StateWriter out = new StateWriter();
      state.market.save(number, out);
      add(2, row(number), out);
      if (state.market.hasBook(number)) {
        StateWriter book = new StateWriter();
        state.market.saveBook(number, book);
        add(15, row(number), book);
      }
    }
  }

  private void books() {
    int row = 0;
    for (Order order : state.ledger.all()) {
      StateWriter out = new StateWriter();
      values.order(out, order);
      add(3, row(row++), out);
    }
    row = 0;
    for (Fill fill : state.fills.all()) {
      StateWriter out = new StateWriter();
      values.fill(out, fill);
      add(4, row(row++), out);
    }
    row = 0;
    for (Position position : state.portfolio.positions()) {
      StateWriter out = new StateWriter();
      values.position(out, position);
      add(5, row(row++), out);
    }
    row = 0;
    for (Position position : state.portfolio.venue().all()) {
      StateWriter out = new StateWriter();
      values.position(out, position);
      add(16, row(row++), out);
    }
    row = 0;
    for (FeeBook.Paid paid : state.portfolio.fees().all()) {
      add(11, row(row++), AccountRows.save(paid, values));
    }
    for (AccountId account : state.portfolio.accounts()) {
      StateWriter out = new StateWriter();
      values.balances(out, state.portfolio.balances(account));
      add(6, account.value(), out);
      setOff(account);
    }
  }

  private void setOff(AccountId account) {
    for (Currency currency : state.portfolio.settlements(account)) {
      Money amount = state.portfolio.venue().setOff(account, currency);
      if (amount.signum() != 0) {
        StateWriter out = new StateWriter().putText(account.value());
        values.money(out, amount);
        add(17, account + "/" + currency.code(), out);
      }
    }
  }

  private void timers() {
    int row = 0;
    for (Timers.Timer timer : state.engineTimers.all()) {
      add(7, "engine-" + row(row++), timer(timer));
    }
    for (Timers.Timer timer : state.strategyTimers.all()) {
      add(7, "strategy-" + row(row++), timer(timer));
    }
  }

  private static StateWriter timer(Timers.Timer timer) {
    return new StateWriter().putText(timer.owner()).putText(timer.name()).putLong(timer.deadline());
  }

  private void kept(List<? extends KeptSource> sources) {
    for (StrategyEntry strategy : state.strategies.values()) {
      StateWriter out = new StateWriter();
      strategy.save(out);
      add(8, strategy.id().value(), out);
    }
    Map<KeptStates.Key, KeptStates.Saved> all = new TreeMap<>(state.kept.all());
    for (KeptSource source : sources) {
      PositionKey owner = source.owner();
      source
          .states()
          .forEach(
              (name, kept) -> {
                StateWriter out = new StateWriter();
                kept.save(out);
                all.put(
                    new KeptStates.Key(owner.strategy(), owner.instrument(), name),
                    new KeptStates.Saved(kept.stateVersion(), out.toBytes()));
              });
    }
    int row = 0;
    for (Map.Entry<KeptStates.Key, KeptStates.Saved> each : all.entrySet()) {
      StateWriter out = new StateWriter();
      out.putText(each.getKey().strategy().value()).putText(each.getKey().instrument().toString());
      out.putText(each.getKey().name()).putInt(each.getValue().version());
      out.putBytes(each.getValue().bytes());
      add(9, row(row++), out);
    }
  }

  private void read(SnapshotEntry entry) {
    StateReader in = new StateReader(entry.bytes());
    switch (SECTIONS.indexOf(entry.section())) {
      case 0 -> loadHead(in);
      case 1 -> state.market.list(values.definition(in));
      case 2 -> state.market.load(Integer.parseInt(entry.key()), in);
      case 3 -> state.ledger.restore(values.order(in));
      case 4 -> state.fills.add(values.fill(in));
      case 5 -> state.portfolio.put(values.position(in));
      case 6 -> loadCash(new AccountId(entry.key()), in);
      case 7 -> loadTimer(entry.key(), in);
      case 8 -> {
        StrategyEntry strategy = StrategyEntry.load(in);
        state.strategies.put(strategy.id(), strategy);
      }
      case 9 ->
          state.kept.put(
              new KeptStates.Key(
                  new StrategyId(in.getText()), InstrumentId.of(in.getText()), in.getText()),
              new KeptStates.Saved(in.getInt(), in.getBytes()));
      case 10 ->
          state.provisional.put(
              new ClientOrderId(entry.key()),
              new Provisional(values.quantity(in), values.money(in), values.money(in)));
      case 11 -> state.portfolio.fees().put(AccountRows.paid(in, values));
      case 12 -> loadHeld(new ClientOrderId(entry.key()), in);
      case 13 -> {
        state.orderThrottle.load(in);
        state.amendThrottle.load(in);
      }
      case 14 -> AccountRows.load(state, values, in);
      case 15 -> state.market.loadBook(Integer.parseInt(entry.key()), in);
      case 16 -> state.portfolio.venue().put(values.position(in));
      case 17 -> state.portfolio.venue().setOff(new AccountId(in.getText()), values.money(in));
      case 18 -> GuardRows.load(state, values, in);
      case 19 -> state.flows.load(in, values);
      case 20 -> state.cashFlows.loadTimes(in);
      case 21 -> state.fills.letGoUntil(in.getLong());
      case 22 -> state.joins.load(in);
      case 23 -> {
        state.begin = new StoreBegin(in.getLong(), in.getLong());
        state.flags.doubted(in.getText());
      }
      default -> throw new IllegalArgumentException("unknown snapshot section " + entry.section());
    }
  }

  private void loadTimer(String key, StateReader in) {
    Timers timers = key.startsWith("engine-") ? state.engineTimers : state.strategyTimers;
    timers.set(in.getText(), in.getText(), in.getLong());
  }

  private void loadCash(AccountId account, StateReader in) {
    for (Balance balance : values.balances(in)) {
      state.portfolio.total(account, balance.total());
      state.portfolio.reserve(account, balance.reserved());
    }
  }
}
