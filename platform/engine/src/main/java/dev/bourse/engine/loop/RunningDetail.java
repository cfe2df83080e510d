package dev.bourse.engine.loop;

import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.trader.TraderSnapshot;
import dev.bourse.api.trader.TraderSnapshot.FeedView;
import dev.bourse.api.trader.TraderSnapshot.StrategyView;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** What a trader that runs does, or why it does nothing, in one sentence. */
final class RunningDetail {
  private static final int STARVED_BARS = 3;

  private RunningDetail() {}

  static String of(TraderSnapshot view, long now) {
    List<StrategyView> there = view.strategies().stream().filter(StrategyView::bound).toList();
    if (there.isEmpty()) {
      return "no strategy is configured: only orders by hand";
    }
    for (StrategyView strategy : there) {
      for (InstrumentId instrument : strategy.instruments()) {
        Optional<String> problem = hunger(view, strategy, instrument, now);
        if (problem.isPresent()) {
          return problem.get();
        }
      }
    }
    return there.stream().map(RunningDetail::trades).collect(Collectors.joining("; "));
  }

  private static String trades(StrategyView strategy) {
    return strategy.id()
        + " trades "
        + strategy.instruments().stream()
            .map(InstrumentId::toString)
            .collect(Collectors.joining(", "));
  }

  private static Optional<String> hunger(
      TraderSnapshot view, StrategyView strategy, InstrumentId instrument, long now) {
    Optional<FeedView> feed =
        view.feeds().stream().filter(each -> each.instrument().id().equals(instrument)).findFirst();
    long last = feed.map(FeedView::lastEvent).orElse(Long.MIN_VALUE);
    if (last == Long.MIN_VALUE) {
      return Optional.of(strategy.id() + " waits for the first data of " + instrument);
    }
    OptionalLong shortest = BarInterval.shortest(strategy.bar());
    return shortest.isPresent() && now - last > STARVED_BARS * shortest.getAsLong()
        ? Optional.of(
            "STARVED: no data of " + instrument + " for more than " + STARVED_BARS + " bars")
        : Optional.empty();
  }
}
