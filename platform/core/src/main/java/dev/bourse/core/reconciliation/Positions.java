package dev.bourse.core.reconciliation;

import dev.bourse.api.alert.Alert;
import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.AccountEvent.PositionReport;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.PositionSide;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Side;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.api.trader.Discrepancy;
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
  private final Map<Leg, Instrument> contracts = new TreeMap<>();
  private final Map<Leg, Held> ours = new TreeMap<>();
  private final Map<Leg, List<PositionReport>> theirs = new TreeMap<>();
  private final Generated generated;
  private String differing = "";

  Positions(
      LocalBooks local, AccountEvent.MassReport report, ReconcileSettings settings, Owners owners) {
    this.local = local;
    this.report = report;
    this.settings = settings;
    this.owners = owners;
    this.generated = new Generated(local, report, owners);
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
    Leg leg = leg(position.instrument(), position.side());
    contracts.put(leg, position.instrument());
    Price average = position.averagePrice().orElse(null);
    Held part =
        Held.of(
            new PositionReport(
                position.instrument(), position.side(), position.quantity(), average));
    ours.merge(leg, part, Held::plus);
  }

  private void add(PositionReport position) {
    Leg leg = leg(position.instrument(), position.side());
    contracts.put(leg, position.instrument());
    theirs.computeIfAbsent(leg, each -> new ArrayList<>()).add(position);
  }

  private Leg leg(Instrument instrument, PositionSide side) {
    return new Leg(instrument.id(), local.hedged() ? side : PositionSide.FLAT);
  }

  /**
   * An execution counts.
   *
   * @param order whose it is; null for one that the venue made, which only closes
   */
  void count(Fill fill, @Nullable Order order) {
    if (!fill.instrument().isSpot()) {
      PositionSide closed = fill.side() == Side.SELL ? PositionSide.LONG : PositionSide.SHORT;
      Leg leg = leg(fill.instrument(), order == null ? closed : order.positionSide());
      contracts.put(leg, fill.instrument());
      ours.put(leg, ours.getOrDefault(leg, Held.NOTHING).after(fill));
    }
  }

  private boolean isCompared() {
    return settings.positions() && report.positions() != null;
  }

  /**
   * Where nothing was ever heard of the account, the executions that make its positions, as far as
   * somebody owns them; put right where the venue does not tell all of them. Of an account that
   * holds both sides of a contract executions do not say which they are for, so none of them count
   * there.
   */
  List<Fill> window(Listed listed) {
    List<Fill> window = new ArrayList<>();
    if (!local.first() || !isCompared() || !settings.generate() || local.hedged()) {
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
          Held target = target(new Leg(id, PositionSide.FLAT));
          if (target != null && !target.isFlat()) {
            window.addAll(PartialWindow.adjust(fills, target, working));
          }
        });
    return window;
  }

  /** What the venue says; null if it says several of what is one. */
  private @Nullable Held target(Leg leg) {
    List<PositionReport> told = theirs.getOrDefault(leg, List.of());
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
    for (Map.Entry<Leg, Instrument> each : contracts.entrySet()) {
      Leg leg = each.getKey();
      Instrument instrument = each.getValue();
      boolean compared =
          settings.includes(instrument.id())
              && local.changedAt().applyAsLong(instrument.id()) <= report.requestedAt();
      Held target = compared ? target(leg) : null;
      Held mine = ours.getOrDefault(leg, Held.NOTHING);
      if (target != null && differs(instrument, mine, target)) {
        List<Step> news =
            settings.generate() ? generated.orders(leg, instrument, mine, target) : List.of();
        steps.addAll(news);
        tell(leg, mine, target, !news.isEmpty(), notes, discrepancies);
      }
    }
    return steps;
  }

  private static boolean differs(Instrument instrument, Held mine, Held target) {
    return Held.size(instrument, target.signed().subtract(mine.signed())).isPositive();
  }

  private void tell(
      Leg leg,
      Held mine,
      Held target,
      boolean made,
      List<TurnResult.Noted> notes,
      List<Discrepancy> discrepancies) {
    String subject = "position " + leg;
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
            + leg
            + ", our executions make "
            + mine;
    boolean learned = local.first() && made;
    notes.add(
        new TurnResult.Noted(
            learned ? Alert.Level.WARNING : Alert.Level.CRITICAL,
            sentence + (made ? ": the difference was taken into the books" : "")));
    differing = learned || !differing.isEmpty() ? differing : sentence;
  }
}
