package dev.bourse.core.state;

import dev.bourse.api.event.TimerEvent;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.AccountRights;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.core.breaker.BreakerBook;
import dev.bourse.core.emulation.HeldOrders;
import dev.bourse.core.ledger.Doubts;
import dev.bourse.core.ledger.FillBook;
import dev.bourse.core.ledger.OrderLedger;
import dev.bourse.core.ledger.Provisional;
import dev.bourse.core.market.InstrumentMarket;
import dev.bourse.core.market.Market;
import dev.bourse.core.portfolio.CountedFlows;
import dev.bourse.core.portfolio.FlowMemory;
import dev.bourse.core.portfolio.Portfolio;
import dev.bourse.core.portfolio.Valuation;
import dev.bourse.core.protection.ProtectionBook;
import dev.bourse.core.reconciliation.StoreBegin;
import dev.bourse.core.risk.Throttle;
import dev.bourse.core.settings.TraderSettings;
import dev.bourse.core.status.TraderFlags;
import dev.bourse.core.strategy.Joins;
import dev.bourse.core.strategy.KeptStates;
import dev.bourse.core.strategy.StrategyEntry;
import dev.bourse.core.time.Timers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a restart must find again. Changed only by {@link EventFold} and {@link
 * ResultFold}. Not thread-safe.
 */
public final class TraderState {
  final TraderSettings settings;
  final Market market = new Market();
  final Portfolio portfolio = new Portfolio();
  final OrderLedger ledger;
  final FillBook fills;
  final Doubts doubts;
  final Timers engineTimers = new Timers();
  final Timers strategyTimers = new Timers();
  final TraderFlags flags = new TraderFlags();
  final KeptStates kept = new KeptStates();
  final Map<StrategyId, StrategyEntry> strategies = new TreeMap<>();
  final Joins joins = new Joins();

  /** What the keys of accounts may do, as far as it was told in this start. */
  final Map<AccountId, AccountRights> rights = new TreeMap<>();

  final Map<ClientOrderId, Provisional> provisional = new TreeMap<>();
  final HeldOrders held = new HeldOrders();
  final BreakerBook breakers = new BreakerBook();
  final ProtectionBook protection = new ProtectionBook();
  final FlowMemory flows = new FlowMemory();
  final Throttle orderThrottle;
  final Throttle amendThrottle;
  final CountedFlows cashFlows = new CountedFlows();
  final TreeSet<String> venueOrders = new TreeSet<>();

  /** Orders that were found at a venue and sell coins which may be in no position, by account. */
  final TreeSet<String> formerSales = new TreeSet<>();

  final TreeSet<StrategyId> begun = new TreeSet<>();

  /** The accounts that were reconciled in this start. */
  final TreeSet<AccountId> compared = new TreeSet<>();

  /** The accounts whose next report is taken whatever it says. */
  /** Accounts whose next report a person accepts, and since when: an older report is not meant. */
  final TreeMap<AccountId, Long> accepting = new TreeMap<>();

  long sequence = -1;
  long time = Long.MIN_VALUE;
  long epoch;
  StoreBegin begin = StoreBegin.UNKNOWN;
  long startedAt = Long.MIN_VALUE;
  long nextOrder = 1;
  long forgottenNames;
  long emergency;

  /** An empty state. */
  public TraderState(TraderSettings settings) {
    this.settings = settings;
    this.ledger = new OrderLedger(portfolio, settings.keepClosed());
    this.orderThrottle = new Throttle(settings.orderRate());
    this.amendThrottle = new Throttle(settings.amendRate());
    this.fills = new FillBook(settings.keepClosed());
    this.doubts = new Doubts(settings.settle());
  }

  /** The settings. */
  public TraderSettings settings() {
    return settings;
  }

  /** The markets. */
  public Market market() {
    return market;
  }

  /** Positions and cash. */
  public Portfolio portfolio() {
    return portfolio;
  }

  /** The orders. */
  public OrderLedger ledger() {
    return ledger;
  }

  /** The newest fills. */
  public FillBook fills() {
    return fills;
  }

  /** Commands without an answer. */
  public Doubts doubts() {
    return doubts;
  }

  /** Whether fills of the order are counted that only a report will prove. */
  public boolean isProvisional(ClientOrderId id) {
    return provisional.containsKey(id);
  }

  /** Whether the next report of an account is believed, whatever it says. */
  public boolean isAccepting(AccountId account) {
    return accepting.containsKey(account);
  }

  /** When the newest entries were sent. */
  public Throttle orderThrottle() {
    return orderThrottle;
  }

  /** When the newest changes of entries were sent. */
  public Throttle amendThrottle() {
    return amendThrottle;
  }

  /** The orders that wait here for their trigger. */
  public HeldOrders held() {
    return held;
  }

  /** What breakers measure from, and which tripped. */
  public BreakerBook breakers() {
    return breakers;
  }

  /** The positions whose declared stop does not work. */
  public ProtectionBook protection() {
    return protection;
  }

  /** Which flows of venues' histories are in the books. */
  public FlowMemory flows() {
    return flows;
  }

  /** Timers of the engine. */
  public Timers engineTimers() {
    return engineTimers;
  }

  /** Timers of strategies. */
  public Timers strategyTimers() {
    return strategyTimers;
  }

  /** The facts behind the status. */
  public TraderFlags flags() {
    return flags;
  }

  /** State of strategies that are away. */
  public KeptStates kept() {
    return kept;
  }

  /** The strategies whose venue tells what they missed. */
  public Joins joins() {
    return joins;
  }

  /** What the key of an account may do; empty while that is not known. */
  public Optional<AccountRights> rights(AccountId account) {
    return Optional.ofNullable(rights.get(account));
  }

  /** Whether a strategy is bound. */
  public boolean isThere(StrategyId id) {
    StrategyEntry entry = strategies.get(id);
    return entry != null && entry.bound();
  }

  /** The strategies by id. */
  public Map<StrategyId, StrategyEntry> strategies() {
    return strategies;
  }

  /** The last turn, -1 before the first. */
  public long sequence() {
    return sequence;
  }

  /** Our time of the last turn. */
  public long time() {
    return time;
  }

  /** The number of the present start. */
  public long epoch() {
    return epoch;
  }

  /** When the present start began. */
  public long startedAt() {
    return startedAt;
  }

  /**
   * When the emergency began, seconds, 0 for none. Lives only as long as this process: the journal
   * that could keep it has failed.
   */
  public long emergency() {
    return emergency;
  }

  /**
   * What an account is worth in its one currency; empty if it has none. What strategies of the
   * account trade counts, and what it holds of contracts.
   */
  public Optional<Valuation> valuation(AccountId account) {
    String code = settings.currencies().get(account);
    if (code == null) {
      return Optional.empty();
    }
    Map<InstrumentId, Instrument> traded = new TreeMap<>();
    for (StrategyEntry strategy : strategies.values()) {
      if (strategy.account().equals(account)) {
        for (InstrumentId id : strategy.instruments()) {
          InstrumentMarket known = market.find(id);
          if (known != null) {
            traded.put(id, known.instrument());
          }
        }
      }
    }
    for (Position position : portfolio.open()) {
      if (position.account().equals(account)) {
        traded.putIfAbsent(position.instrument().id(), position.instrument());
      }
    }
    return Optional.of(Valuation.of(account, code, traded.values(), portfolio, market));
  }

  /**
   * How many named positions this process has let go: with each, what was looked up of positions
   * before must be looked up anew.
   */
  public long forgottenNames() {
    return forgottenNames;
  }

  /** The number of the next order in this epoch. */
  public long nextOrder() {
    return nextOrder;
  }

  /**
   * Strategies that are there, may be asked, and were not told to start yet; marks them as told.
   */
  public List<StrategyId> begin() {
    if (begun.size() == strategies.size()) {
      return List.of();
    }
    List<StrategyId> beginning = new ArrayList<>();
    for (StrategyEntry entry : strategies.values()) {
      if (entry.bound() && !joins.isWaiting(entry.id()) && begun.add(entry.id())) {
        beginning.add(entry.id());
      }
    }
    return beginning;
  }

  /**
   * Ends a flatten once nothing is live and every position is flat or dust; true if it ended now.
   */
  public boolean settleFlatten() {
    boolean flat =
        flags.isFlattening()
            && ledger.liveCount() == 0
            && portfolio.open().stream().allMatch(this::isDust);
    if (flat) {
      flags.flattening(false);
      ledger.endLists();
    }
    return flat;
  }

  /**
   * What a status demands is not tried again at once after the venue or the disk refused it, but a
   * moment later.
   */
  void rest() {
    TraderStatus status = flags.status();
    boolean demands = status == TraderStatus.HALTED || status == TraderStatus.STOPPING;
    if (demands || flags.isFlattening()) {
      engineTimers.setAtLatest(
          TimerEvent.ENGINE, EventFold.RETRY, time + settings.inFlightInterval());
    }
  }

  /** Whether what a status demands was refused a moment ago. */
  public boolean isResting() {
    return engineTimers.isSet(TimerEvent.ENGINE, EventFold.RETRY);
  }

  /** Whether a position is below what the venue takes as an order. */
  public boolean isDust(Position position) {
    return position.isFlat()
        || isDust(position, market.referencePrice(position.instrument().id()).orElse(null));
  }

  /** Whether a position would be below it at a price; without one only its quantity counts. */
  public static boolean isDust(Position position, @Nullable Price price) {
    Instrument rules = position.instrument();
    Quantity sellable = rules.roundDown(position.quantity());
    if (!sellable.isPositive() || sellable.compareTo(rules.minQuantity()) < 0) {
      return true;
    }
    return price != null && rules.notional(price, sellable).compareTo(rules.minNotional()) < 0;
  }

  /** Enters the next turn; throws {@link IllegalArgumentException} if time goes back. */
  public void advance(long newTime) {
    if (newTime < time) {
      throw new IllegalArgumentException("time goes back from " + time + " to " + newTime);
    }
    sequence++;
    time = newTime;
  }
}
