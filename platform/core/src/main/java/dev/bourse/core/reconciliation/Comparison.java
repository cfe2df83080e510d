package dev.bourse.core.reconciliation;

import dev.bourse.api.alert.Alert;
import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.api.trader.Discrepancy;
import dev.bourse.core.ledger.InferredFills;
import dev.bourse.core.ledger.OrderMoves;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One comparison on its way: orders as they will be after the steps found so far. */
final class Comparison {
  private static final Quantity NONE = Quantity.zero(0);

  /** No venue takes an order that was sent longer ago; a minute is the longest window known. */
  private static final long UNDER_WAY = Duration.ofMinutes(2).toNanos();

  private final LocalBooks local;
  private final AccountEvent.MassReport report;
  private final ReconcileSettings settings;
  private final boolean accept;
  private final Listed listed;
  private final Owners owners;
  private final Set<ClientOrderId> made;
  private final Map<ClientOrderId, Order> orders = new TreeMap<>();
  private final Set<String> fresh = new HashSet<>();
  private final List<Step> steps = new ArrayList<>();
  private final List<Discrepancy> discrepancies = new ArrayList<>();
  private final List<TurnResult.Noted> notes = new ArrayList<>();
  private final List<ClientOrderId> foreign = new ArrayList<>();
  private final Positions positions;
  private String failure = "";
  private String otherInstance = "";

  Comparison(
      LocalBooks local,
      AccountEvent.MassReport report,
      ReconcileSettings settings,
      boolean accept) {
    this.local = local;
    this.report = report;
    this.settings = settings;
    this.accept = accept;
    this.listed = new Listed(local, report, settings);
    this.owners = new Owners(local, settings);
    this.positions = new Positions(local, report, settings, owners);
    this.made =
        report.made().stream()
            .map(OrderReport.Made::orderId)
            .collect(Collectors.toCollection(TreeSet::new));
  }

  Reconciliation run() {
    fail(listed.twice());
    List<Fill> window = positions.window(listed);
    List<OrderReport.Status> strange =
        listed.orders().stream().filter(each -> !isKnown(each)).toList();
    strange.forEach(this::alone);
    strange.forEach(each -> strange(each, window));
    window.forEach(this::fromWindow);
    listed.fills().forEach(this::execution);
    listed.orders().stream().filter(this::isOurs).forEach(this::prove);
    listed.renamed().forEach(this::renamed);
    missing();
    steps.addAll(positions.steps(notes, discrepancies));
    tellForeign();
    balances();
    boolean taken = failure.isEmpty() || accept;
    if (!failure.isEmpty() && accept) {
      note(Alert.Level.WARNING, "accepted by a person: " + failure);
    }
    return new Reconciliation(
        taken ? steps : List.of(),
        discrepancies,
        taken ? "" : failure,
        otherInstance,
        taken ? positions.differing() : "",
        taken ? notes : List.of());
  }

  private void fail(String sentence) {
    failure = failure.isEmpty() ? sentence : failure;
  }

  private void note(Alert.Level level, String sentence) {
    notes.add(new TurnResult.Noted(level, sentence));
  }

  private void differs(String subject, String ours, String venue, String action) {
    discrepancies.add(new Discrepancy(report.account(), subject, ours, venue, action));
  }

  private boolean isKnown(OrderReport.Status status) {
    return find(status.orderId()) != null;
  }

  private @Nullable Order find(ClientOrderId id) {
    Order changed = orders.get(id);
    return changed == null ? local.find().apply(id).orElse(null) : changed;
  }

  private boolean isOurs(OrderReport.Status status) {
    return find(status.orderId()) != null;
  }

  /** Whether only another instance can have placed what works there. */
  private void alone(OrderReport.Status status) {
    ClientOrderId id = status.orderId();
    if (otherInstance.isEmpty() && !status.status().isClosed()) {
      otherInstance = owners.otherInstance(id, listed.takenAt(id), status.eventTime());
    }
  }

  /**
   * An order that the books do not know. Where another instance trades, nobody can tell whose those
   * with our name are: taken over, they would be cancelled with the next halt. One that ended is
   * only of interest for what it did.
   */
  private void strange(OrderReport.Status status, List<Fill> window) {
    ClientOrderId id = status.orderId();
    OrderSpec spec = listed.spec(id);
    boolean over = status.status().isClosed();
    boolean others = !otherInstance.isEmpty() && owners.isOurs(id);
    StrategyId owner = spec == null || others ? null : owners.of(id, spec);
    boolean spotBefore = spec != null && spec.instrument().isSpot() && local.first();
    if (spec == null || owner == null) {
      if (!over) {
        foreign.add(id);
        differs("order " + id, "not known", Told.of(status, spec), "left alone");
      }
    } else if (!over || !spotBefore) {
      adopt(status, spec, owner, window);
    }
  }

  /**
   * What of it was executed before anything was heard of the account is in the balances already,
   * and of contracts in the position, as far as the executions are not counted for that.
   */
  private void adopt(
      OrderReport.Status status, OrderSpec spec, StrategyId owner, List<Fill> window) {
    Order order = Adoption.order(local, status, spec, owner, report.account());
    boolean before = local.first() && (spec.instrument().isSpot() || report.positions() != null);
    if (before) {
      List<Fill> past =
          listed.fills().stream()
              .filter(fill -> fill.orderId().equals(status.orderId()) && !contains(window, fill))
              .toList();
      order = Adoption.begun(order, status, Adoption.executed(order, window), past);
      for (Fill fill : past) {
        steps.add(new Step.Remember(fill));
        fresh.add(fill.fillId());
      }
    }
    orders.put(order.id(), order);
    steps.add(new Step.Adopt(order, false));
    differs("order " + order.id(), "not known", Told.of(status, spec), "taken over by " + owner);
    note(
        Alert.Level.WARNING,
        "order " + order.id() + " was found at the venue and belongs to strategy " + owner);
  }

  private static boolean contains(List<Fill> window, Fill fill) {
    return window.stream().anyMatch(each -> each.fillId().equals(fill.fillId()));
  }

  /** An execution that makes a position which nobody here remembers. */
  private void fromWindow(Fill fill) {
    if (find(fill.orderId()) == null) {
      StrategyId owner = owners.of(fill.orderId(), fill.instrument().id());
      Order order =
          Adoption.executedOrder(
              local, fill, owner == null ? owners.of(fill.instrument().id()) : owner);
      orders.put(order.id(), order);
      steps.add(new Step.Adopt(order, false));
    }
    count(fill);
  }

  /** An execution of an order that the books know by now, or that the venue made. */
  private void execution(Fill fill) {
    Order order = find(fill.orderId());
    boolean venues = made.contains(fill.orderId()) && !local.first();
    if (order == null && !venues) {
      strange(fill);
      return;
    }
    if (fresh.contains(fill.fillId())) {
      return;
    }
    Fill before = local.counted().apply(fill).orElse(null);
    if (before != null) {
      same(before, fill);
    } else if (order != null && isTooMuch(order, fill)) {
      String sentence =
          "order "
              + order.id()
              + " of "
              + order.largestQuantity()
              + " has "
              + order.filled()
              + " filled, and the venue tells of "
              + fill.quantity()
              + " more in fill "
              + fill.fillId();
      differs("fill " + fill.fillId(), "order has no room", Told.of(fill), "refused");
      fail(sentence);
      if (accept) {
        count(fill);
      }
    } else {
      differs("fill " + fill.fillId(), "not known", Told.of(fill), "counted");
      count(fill);
    }
  }

  /**
   * Whoever trades with our name is seen by what was executed for him, for an order at the market
   * is never open when we look. It is kept in mind, so that a person who lifts the halt has said
   * enough.
   */
  private void strange(Fill fill) {
    if (local.first() || local.counted().apply(fill).isPresent()) {
      return;
    }
    String other = owners.otherExecuted(fill.orderId());
    if (!other.isEmpty()) {
      otherInstance = otherInstance.isEmpty() ? other : otherInstance;
      differs("fill " + fill.fillId(), "not known", Told.of(fill), "another instance's");
      steps.add(new Step.Remember(fill));
    }
  }

  /** Provisional parts give way to the execution, so they are no reason to refuse it. */
  private boolean isTooMuch(Order order, Fill fill) {
    if (order.spec().amount() != null || made.contains(order.id())) {
      return false;
    }
    Quantity room = order.unfilled().plus(local.provisional().apply(order.id()).orElse(NONE));
    return fill.quantity().compareTo(room) > 0;
  }

  private void same(Fill ours, Fill theirs) {
    boolean equal =
        ours.price().compareTo(theirs.price()) == 0
            && ours.quantity().compareTo(theirs.quantity()) == 0
            && ours.fee().equals(theirs.fee());
    if (!equal && !ours.provisional()) {
      differs("fill " + ours.fillId(), Told.of(ours), Told.of(theirs), "ours is kept");
      note(
          Alert.Level.WARNING,
          "fill "
              + ours.fillId()
              + " counts as "
              + Told.of(ours)
              + ", the venue says "
              + Told.of(theirs));
    }
  }

  private void count(Fill fill) {
    fresh.add(fill.fillId());
    steps.add(new Step.Count(fill));
    Order order = find(fill.orderId());
    positions.count(fill, order);
    if (order != null) {
      orders.put(order.id(), OrderMoves.filled(order, fill, local.time()));
    }
  }

  private void prove(OrderReport.Status status) {
    Order order = find(status.orderId());
    if (order == null) {
      return;
    }
    boolean adopted = local.find().apply(order.id()).isEmpty();
    boolean settled = !adopted && order.updatedAt() <= report.requestedAt();
    if (status.filled().compareTo(order.filled()) < 0 && settled && order.spec().amount() == null) {
      fail(
          "the venue says that "
              + status.filled()
              + " of order "
              + order.id()
              + " are filled, our executions make "
              + order.filled());
      differs("order " + order.id(), Told.of(order), Told.of(status, null), "refused");
      return;
    }
    Quantity unseen = InferredFills.unseen(order, status);
    if (unseen.isPositive()) {
      positions.count(InferredFills.inferred(order, status, unseen), order);
    }
    boolean news = unseen.isPositive() || status.status() != order.status();
    if (news && !order.status().isClosed()) {
      differs("order " + order.id(), Told.of(order), Told.of(status, null), "taken over");
    } else if (order.status().isClosed() && status.status().isLive() && settled) {
      differs("order " + order.id(), Told.of(order), Told.of(status, null), "left closed");
      note(
          Alert.Level.WARNING,
          "the venue lists order "
              + order.id()
              + " as "
              + status.status()
              + ", which is "
              + order.status()
              + " here: look at the venue and cancel it there");
    }
    if (settled && Changed.outside(order, status)) {
      differs(
          "order " + order.id(),
          order.spec().toString(),
          String.valueOf(status.terms()),
          "taken over");
      steps.add(new Step.Change(status));
    }
    steps.add(new Step.Prove(status));
  }

  /** Whoever tells of it must learn that it is ours. */
  private void renamed(ClientOrderId there, ClientOrderId ours) {
    steps.add(new Step.Ask(ours));
    differs("order " + ours, ours.value(), "called " + there, "still ours: asked for");
  }

  /** What waits here was never sent, so no venue can list it. */
  private void missing() {
    for (Order order : local.live()) {
      boolean there = order.createdAt() <= report.requestedAt();
      boolean sent = order.status() != OrderStatus.EMULATED;
      boolean compared =
          settings.includes(order.spec().instrument().id())
              && !settings.ignored().contains(order.id());
      if (there && sent && compared && !listed.has(order.id())) {
        if (accept && isLost(order)) {
          steps.add(new Step.Prove(ended(order)));
          differs("order " + order.id(), Told.of(order), "not listed", "ended");
        } else {
          steps.add(new Step.Ask(order.id()));
          differs("order " + order.id(), Told.of(order), "not listed", "asked for");
        }
      }
    }
  }

  /** Whether nobody but a person can say what became of it: what may be under way still is not. */
  private boolean isLost(Order order) {
    return order.unknown()
        && (order.venueOrderId() != null || report.requestedAt() - order.createdAt() > UNDER_WAY);
  }

  private OrderReport.Status ended(Order order) {
    return new OrderReport.Status(
        order.account(),
        order.id(),
        order.venueOrderId(),
        OrderStatus.CANCELED,
        order.filled(),
        order.filledNotional(),
        "LOST: accepted by a person, the venue does not list it",
        report.eventTime());
  }

  /** Executions that are still to be counted change balances, so those can say nothing yet. */
  private void balances() {
    boolean settled = steps.stream().noneMatch(Step.Count.class::isInstance);
    if (!settled || local.first()) {
      return;
    }
    discrepancies.addAll(new BalanceCheck(local, report, accept).discrepancies());
  }

  private void tellForeign() {
    if (!foreign.isEmpty()) {
      boolean loud = settings.foreign() == ReconcileSettings.Foreign.ALERT;
      note(
          loud ? Alert.Level.WARNING : Alert.Level.INFO,
          foreign.size()
              + " open orders on account "
              + report.account()
              + " are not ours and are left alone: "
              + foreign);
    }
  }
}
