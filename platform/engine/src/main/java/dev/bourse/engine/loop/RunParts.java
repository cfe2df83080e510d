package dev.bourse.engine.loop;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.TraderId;
import dev.bourse.api.model.TradingMode;
import dev.bourse.api.persistence.Store;
import dev.bourse.api.persistence.StoreSpec;
import dev.bourse.core.market.Instruments;
import dev.bourse.engine.config.Patience;
import dev.bourse.engine.config.TraderValues;
import dev.bourse.engine.feed.Feed;
import dev.bourse.engine.feed.LiveFeed;
import dev.bourse.engine.feed.RecordedFeed;
import dev.bourse.engine.files.Folders;
import dev.bourse.engine.inbox.Inbox;
import dev.bourse.engine.journal.EmergencyLog;
import dev.bourse.engine.plan.DataPlan;
import dev.bourse.engine.plan.TraderPlan;
import dev.bourse.engine.venue.AccountLink;
import dev.bourse.engine.venue.DataOnlySink;
import dev.bourse.engine.venue.LockstepVenues;
import dev.bourse.engine.venue.VenueFolders;
import dev.bourse.engine.venue.Venues;
import dev.bourse.engine.watch.Gatekeeper;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;

/** Puts a run's parts together as its mode demands. */
final class RunParts {
  private RunParts() {}

  /** The accounts whose adapters have threads: a live trader's own, or a paper trader's eyes. */
  static Venues venues(
      TraderPlan plan, Instruments known, Inbox inbox, Gatekeeper gate, Consumer<AccountId> lost) {
    Patience patience = plan.values().watch().patience();
    if (plan.data() instanceof DataPlan.Live live) {
      AccountLink eyes =
          new AccountLink(
              live.account(), inbox, gate, known::newest, lost, DataOnlySink::new, patience);
      return new Venues(inbox, List.of(eyes));
    }
    if (plan.data() instanceof DataPlan.Recorded) {
      return new Venues(inbox, List.of());
    }
    return new Venues(
        inbox,
        plan.accounts().stream()
            .map(
                each ->
                    new AccountLink(
                        each, inbox, gate, known::newest, lost, UnaryOperator.identity(), patience))
            .toList());
  }

  static Drive drive(LoopParts parts, Listings listings, Refusals refusals, Folders folders) {
    TraderPlan plan = parts.plan();
    TraderId trader = plan.definition().id();
    long reserve = folders.trader(trader, plan.values().retention()).reserveBytes();
    MarketSupply market = new MarketSupply(parts, reserve);
    if (plan.values().mode() == TradingMode.LIVE) {
      return new LiveDrive(
          parts, listings, refusals, new EmergencyLog(folders.emergency(trader)), market);
    }
    boolean recorded = plan.data() instanceof DataPlan.Recorded;
    LongFunction<Feed> feeds = feeds(parts, market);
    LockstepVenues venues =
        new LockstepVenues(
            plan.accounts(), plan.persistence(), parts.gate(), venueFolders(plan, folders));
    return new LockstepDrive(
        parts, listings, refusals, venues, market, feeds, recorded ? instruments(plan) : null);
  }

  private static LongFunction<Feed> feeds(LoopParts parts, MarketSupply market) {
    if (parts.plan().data() instanceof DataPlan.Recorded recorded) {
      TraderValues values = parts.plan().values();
      return position ->
          new RecordedFeed(
              recorded.data().plugin().service(),
              recorded.data().set().name(),
              values.laps(),
              position);
    }
    return position -> new LiveFeed(market::next, position);
  }

  private static List<Instrument> instruments(TraderPlan plan) {
    return plan.data() instanceof DataPlan.Recorded recorded
        ? recorded.data().set().instruments()
        : List.of();
  }

  private static VenueFolders venueFolders(TraderPlan plan, Folders folders) {
    return new VenueFolders() {
      @Override
      public StoreSpec venue(AccountId account) {
        return folders.venue(account);
      }

      @Override
      public long feedOffset(long counted, long remembered) {
        return folders.feedOffset(plan.definition().id(), counted, remembered);
      }
    };
  }

  /** Problems that the store found and that a person must know before anything is traded again. */
  static String damage(Store store) {
    return String.join("; ", store.journal().opening().damage());
  }
}
