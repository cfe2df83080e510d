package dev.bourse.control.shell;

import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.TraderId;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.model.TradingMode;
import dev.bourse.api.trader.Safeguards;
import dev.bourse.api.trader.TraderSnapshot;
import dev.bourse.api.trader.TraderSnapshot.AccountView;
import dev.bourse.api.trader.TraderSnapshot.FeeView;
import dev.bourse.api.trader.TraderSnapshot.FeedView;
import dev.bourse.api.trader.TraderSnapshot.QueriedView;
import dev.bourse.api.trader.TraderSnapshot.SignalView;
import dev.bourse.api.trader.TraderSnapshot.StrategyView;
import java.util.List;
import java.util.Map;

/** Makes snapshots of traders; without further words a running trader with nothing in it. */
public final class Snapshots {
  private final String name;
  private TradingMode mode = TradingMode.REPLAY;
  private TraderStatus status = TraderStatus.RUNNING;
  private String detail = "Trades.";
  private String storage = "";
  private List<AccountView> accounts = List.of();
  private List<Position> positions = List.of();
  private List<Order> orders = List.of();
  private List<StrategyView> strategies = List.of();
  private List<FeedView> feeds = List.of();
  private List<Money> equity = List.of();
  private List<FeeView> fees = List.of();
  private List<SignalView> signals = List.of();
  private List<QueriedView> queried = List.of();
  private Safeguards safeguards = Safeguards.NONE;

  private Snapshots(String name) {
    this.name = name;
  }

  public static Snapshots of(String name) {
    return new Snapshots(name);
  }

  public Snapshots mode(TradingMode newMode) {
    mode = newMode;
    return this;
  }

  public Snapshots status(TraderStatus newStatus, String newDetail) {
    status = newStatus;
    detail = newDetail;
    return this;
  }

  public Snapshots storage(String sentence) {
    storage = sentence;
    return this;
  }

  public Snapshots accounts(AccountView... views) {
    accounts = List.of(views);
    return this;
  }

  public Snapshots positions(Position... held) {
    positions = List.of(held);
    return this;
  }

  public Snapshots orders(Order... kept) {
    orders = List.of(kept);
    return this;
  }

  public Snapshots strategies(StrategyView... views) {
    strategies = List.of(views);
    return this;
  }

  public Snapshots feeds(FeedView... views) {
    feeds = List.of(views);
    return this;
  }

  public Snapshots fees(FeeView... paid) {
    fees = List.of(paid);
    return this;
  }

  public Snapshots signals(SignalView... newest) {
    signals = List.of(newest);
    return this;
  }

  public Snapshots queried(QueriedView... unanswered) {
    queried = List.of(unanswered);
    return this;
  }

  public Snapshots safeguards(Safeguards present) {
    safeguards = present;
    return this;
  }

  public Snapshots equity(String usd) {
    equity = List.of(Demo.usd(usd));
    return this;
  }

  /** The snapshot, at 10:06:00. */
  public TraderSnapshot build() {
    return new TraderSnapshot(
        new TraderId(name),
        mode,
        status,
        detail,
        4711,
        Demo.time("10:06:00"),
        3,
        "ab12cd34",
        accounts,
        positions,
        orders,
        strategies,
        feeds,
        equity,
        Map.of("market", 12L, "execution", 0L),
        Demo.time("10:07:00"),
        storage,
        fees,
        signals,
        queried,
        safeguards);
  }
}
