package dev.bourse.core.reconciliation;

import dev.bourse.api.alert.Alert;
import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.AccountEvent.PositionReport;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Liquidity;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.api.trader.Discrepancy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Compares what is held of contracts with what the venue says, after what orders and executions of
 * the report explain. Spot is never compared: what is there is in the balances, and never ours
 * because of that.
 */
final class Positions {
  private final LocalBooks local;
  private final AccountEvent.MassReport report;
  private final ReconcileSettings settings;
  private final Owners owners;
  private final Map<InstrumentId, Instrument> contracts = new TreeMap<>();
  private final Map<InstrumentId, Held> ours = new TreeMap<>();
  private final Map<InstrumentId, List<PositionReport>> theirs = new TreeMap<>();
  private final Set<ClientOrderId> generated = new HashSet<>();
  private String differing = "";

  Positions(
      LocalBooks local, AccountEvent.MassReport report, ReconcileSettings settings, Owners owners) {
    this.local = local;
    this.report = report;
    this.settings = settings;
    this.owners = owners;
    for (Position position : local.positions()) {
      if (!position.instrument().isSpot() && !position.isFlat()) {
        add(position);
      }
    }
    List<PositionReport> told = report.positions();
    if (told != null) {
      told.stream().filter(each -> !each.instrument().isSpot()).forEach(this::add);
    }
  }

  private void add(Position position) {
    InstrumentId id = position.instrument().id();
    contracts.put(id, position.instrument());
    Price average = position.averagePrice().orElse(null);
    Held part =
        Held.of(
            new PositionReport(
                position.instrument(), position.side(), position.quantity(), average));
    ours.merge(id, part, Held::plus);
  }

  private void add(PositionReport position) {
    InstrumentId id = position.instrument().id();
    contracts.put(id, position.instrument());
    theirs.computeIfAbsent(id, each -> new ArrayList<>()).add(position);
  }

  /** An execution counts. */
  void count(Fill fill) {
    if (!fill.instrument().isSpot()) {
      InstrumentId id = fill.instrument().id();
      contracts.put(id, fill.instrument());
      ours.put(id, ours.getOrDefault(id, Held.NOTHING).after(fill));
    }
  }

  private boolean isCompared() {
    return settings.positions() && report.positions() != null;
  }

  /**
   * Where nothing was ever heard of the account, the executions that make its positions, as far as
   * somebody owns them; put right where the venue does not tell all of them.
   */
  List<Fill> window(Listed listed) {
    List<Fill> window = new ArrayList<>();
    if (!local.first() || !isCompared() || !settings.generate()) {
      return window;
    }
    Map<InstrumentId, List<Fill>> owned = new TreeMap<>();
    Set<ClientOrderId> working = new HashSet<>();
    for (Fill fill : listed.fills()) {
      InstrumentId id = fill.instrument().id();
      boolean strange = local.find().apply(fill.orderId()).isEmpty();
      if (strange && !fill.instrument().isSpot() && owners.of(fill.orderId(), id) != null) {
        owned.computeIfAbsent(id, each -> new ArrayList<>()).add(fill);
        if (listed.works(fill.orderId())) {
          working.add(fill.orderId());
        }
      }
    }
    owned.forEach(
        (id, fills) -> {
          Held target = target(id);
          if (target != null && !target.isFlat()) {
            window.addAll(PartialWindow.adjust(fills, target, working));
          }
        });
    return window;
  }

  /** What the venue says; null for an account that holds both sides at once. */
  private @Nullable Held target(InstrumentId id) {
    List<PositionReport> told = theirs.getOrDefault(id, List.of());
    return told.size() > 1 ? null : told.isEmpty() ? Held.NOTHING : Held.of(told.get(0));
  }

  /** Which position differs although nothing explains it, a sentence, else empty. */
  String differing() {
    return differing;
  }

  /** What is to be done so that positions are the venue's. */
  List<Step> steps(List<TurnResult.Noted> notes, List<Discrepancy> discrepancies) {
    List<Step> steps = new ArrayList<>();
    if (!isCompared()) {
      return steps;
    }
    for (Instrument instrument : contracts.values()) {
      boolean compared =
          settings.includes(instrument.id())
              && local.changedAt().applyAsLong(instrument.id()) <= report.requestedAt();
      Held target = compared ? target(instrument.id()) : null;
      Held mine = ours.getOrDefault(instrument.id(), Held.NOTHING);
      if (target != null && differs(instrument, mine, target)) {
        List<Step> news = settings.generate() ? generate(instrument, mine, target) : List.of();
        steps.addAll(news);
        tell(instrument, mine, target, !news.isEmpty(), notes, discrepancies);
      }
    }
    return steps;
  }

  private static boolean differs(Instrument instrument, Held mine, Held target) {
    return Held.size(instrument, target.signed().subtract(mine.signed())).isPositive();
  }

  private void tell(
      Instrument instrument,
      Held mine,
      Held target,
      boolean made,
      List<TurnResult.Noted> notes,
      List<Discrepancy> discrepancies) {
    String subject = "position " + instrument.id();
    discrepancies.add(
        new Discrepancy(
            report.account(),
            subject,
            mine.toString(),
            target.toString(),
            made ? "orders generated" : "not explained"));
    String sentence =
        "account "
            + report.account()
            + ": the venue holds "
            + target
            + " of "
            + instrument.id()
            + ", our executions make "
            + mine;
    boolean learned = local.first() && made;
    notes.add(
        new TurnResult.Noted(
            learned ? Alert.Level.WARNING : Alert.Level.CRITICAL,
            sentence + (made ? ": the difference was taken into the books" : "")));
    differing = learned || !differing.isEmpty() ? differing : sentence;
  }

  /** Through zero in two: what was held is closed, then the venue's side is opened. */
  private List<Step> generate(Instrument instrument, Held mine, Held target) {
    List<Step> steps = new ArrayList<>();
    boolean through = mine.signed().signum() * target.signed().signum() < 0;
    if (through) {
      leg(instrument, mine, Held.NOTHING, steps);
      leg(instrument, Held.NOTHING, target, steps);
    } else {
      leg(instrument, mine, target, steps);
    }
    return steps;
  }

  private void leg(Instrument instrument, Held from, Held to, List<Step> steps) {
    BigDecimal difference = to.signed().subtract(from.signed());
    Quantity size = Held.size(instrument, difference);
    Price price = price(instrument, from, to);
    if (size.isZero() || price == null) {
      return;
    }
    boolean reduces = difference.signum() * from.signed().signum() < 0;
    ClientOrderId id = id(instrument, from, to);
    Fill fill =
        new Fill(
            id.value(),
            id,
            report.account(),
            instrument,
            difference.signum() > 0 ? Side.BUY : Side.SELL,
            price,
            size,
            instrument.settlement().zero(),
            Liquidity.UNKNOWN,
            report.eventTime(),
            false);
    Order order = Adoption.executedOrder(local, fill, owners.of(instrument.id()));
    steps.add(
        new Step.Adopt(
            order.with(order.status(), "RECONCILIATION: " + from + " became " + to, local.time()),
            reduces));
    steps.add(new Step.Count(fill));
  }

  /** What makes the average right, else the price of the market, else what it was opened at. */
  private @Nullable Price price(Instrument instrument, Held from, Held to) {
    Price exact = ReconcilePrice.of(instrument, from, to);
    Price market = local.reference().apply(instrument.id()).orElse(null);
    BigDecimal average = from.average();
    if (exact != null || market != null || average == null) {
      return exact == null ? market : exact;
    }
    return ReconcilePrice.of(instrument, Held.NOTHING, new Held(BigDecimal.ONE, average));
  }

  /** Made of what it stands for; one that stands for the same again is told apart. */
  private ClientOrderId id(Instrument instrument, Held from, Held to) {
    for (int turn = 1; ; turn++) {
      ClientOrderId id =
          new ClientOrderId(
              GeneratedId.of(
                  "R-", local.trader(), report.account(), instrument.id(), from, to, turn));
      if (local.find().apply(id).isEmpty() && generated.add(id)) {
        return id;
      }
    }
  }
}
