package dev.bourse.core.decision;

import dev.bourse.api.exchange.Capabilities;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.trader.Safeguards;
import dev.bourse.api.trader.TraderSnapshot;
import dev.bourse.api.trader.TraderSnapshot.AccountView;
import dev.bourse.api.trader.TraderSnapshot.FeeView;
import dev.bourse.api.trader.TraderSnapshot.FeedView;
import dev.bourse.api.trader.TraderSnapshot.FlowView;
import dev.bourse.api.trader.TraderSnapshot.QueriedView;
import dev.bourse.api.trader.TraderSnapshot.SignalView;
import dev.bourse.api.trader.TraderSnapshot.StrategyView;
import dev.bourse.core.market.InstrumentMarket;
import dev.bourse.core.portfolio.FeeBook;
import dev.bourse.core.portfolio.PositionKey;
import dev.bourse.core.signal.LiveSignal;
import dev.bourse.core.state.TraderState;
import dev.bourse.core.status.TraderFlags;
import dev.bourse.core.strategy.StrategyEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The state as an immutable value for other threads; orders and positions are shared, not copied.
 */
public final class CoreView {
  private final TraderState state;
  private final TraderFacts facts;
  private final StrategyCounts counts;
  private final List<StrategySlot> slots;
  private final Safeguards safeguards;

  /** A view of the given state. */
  CoreView(
      TraderState state,
      TraderFacts facts,
      StrategyCounts counts,
      List<StrategySlot> slots,
      Safeguards safeguards) {
    this.state = state;
    this.facts = facts;
    this.counts = counts;
    this.slots = slots;
    this.safeguards = safeguards;
  }

  /** Takes the view. */
  public TraderSnapshot snapshot(
      Map<AccountId, String> exchanges, Map<String, Long> queues, long nextTimer, String hash) {
    return new TraderSnapshot(
        state.settings().trader(),
        state.settings().mode(),
        state.flags().status(),
        state.flags().detail(),
        state.sequence(),
        state.time(),
        state.epoch(),
        hash,
        state.settings().accounts().stream().map(id -> account(id, exchanges)).toList(),
        state.portfolio().positions(),
        state.ledger().all(),
        state.strategies().values().stream().map(this::strategy).toList(),
        state.market().all().stream().map(CoreView::feed).toList(),
        WorthViews.equity(state),
        queues,
        nextTimer,
        state.flags().storage(),
        state.portfolio().fees().all().stream().map(CoreView::fee).toList(),
        signals(),
        queried(),
        safeguards);
  }

  /** Only orders that are in the same view. */
  private List<QueriedView> queried() {
    if (state.doubts().isEmpty()) {
      return List.of();
    }
    List<QueriedView> views = new ArrayList<>();
    for (ClientOrderId id : state.doubts().all()) {
      if (state.ledger().find(id) != null) {
        views.add(new QueriedView(id, state.doubts().since(id), state.doubts().queries(id)));
      }
    }
    return List.copyOf(views);
  }

  private List<SignalView> signals() {
    List<SignalView> views = new ArrayList<>();
    for (StrategySlot slot : slots) {
      LiveSignal newest = slot.signals().map(driver -> driver.book().newest()).orElse(null);
      if (newest != null) {
        views.add(newest.view(slot.key()));
      }
    }
    return List.copyOf(views);
  }

  private static FeeView fee(FeeBook.Paid paid) {
    PositionKey owner = paid.owner();
    return new FeeView(
        owner.account(),
        owner.strategy(),
        owner.instrument(),
        paid.amount(),
        Optional.ofNullable(paid.worth()));
  }

  private AccountView account(AccountId id, Map<AccountId, String> exchanges) {
    TraderFlags.AccountFlags flags = state.flags().account(id);
    return new AccountView(
        id,
        exchanges.getOrDefault(id, ""),
        flags.connected(),
        flags.detail(),
        List.copyOf(state.portfolio().balances(id)),
        MarginViews.of(state, id),
        state.portfolio().flows().all().stream()
            .filter(flowed -> flowed.account().equals(id))
            .map(flowed -> new FlowView(flowed.kind(), flowed.amount()))
            .toList(),
        WorthViews.of(state, id),
        facts.capabilities(id).map(Capabilities::sandbox),
        state.rights(id));
  }

  private StrategyView strategy(StrategyEntry entry) {
    return counts.view(entry, entry.bound() ? "" : "its plug-in is away");
  }

  private static FeedView feed(InstrumentMarket market) {
    return new FeedView(
        market.instrument(),
        market.events(),
        market.lastTime(),
        market.lastBar(),
        market.referencePrice(),
        0,
        market.mark());
  }
}
