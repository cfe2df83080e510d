package dev.bourse.backtest.run;

import dev.bourse.api.event.Bar;
import dev.bourse.api.model.Signal;
import dev.bourse.api.strategy.SignalInterval;
import dev.bourse.api.strategy.SignalRules;
import dev.bourse.api.strategy.SignalStrategy;
import dev.bourse.api.strategy.SignalView;
import dev.bourse.backtest.plan.Loading;
import java.util.Optional;

/** A signal strategy whose class loader is the context class loader in each callback. */
final class LoadedSignalStrategy implements SignalStrategy {
  private final SignalStrategy strategy;
  private final ClassLoader loader;

  LoadedSignalStrategy(SignalStrategy strategy, ClassLoader loader) {
    this.strategy = strategy;
    this.loader = loader;
  }

  @Override
  public SignalInterval interval() {
    return Loading.call(loader, strategy::interval);
  }

  @Override
  public SignalRules rules() {
    return Loading.call(loader, strategy::rules);
  }

  @Override
  public void onBar(Bar bar) {
    Loading.call(
        loader,
        () -> {
          strategy.onBar(bar);
          return true;
        });
  }

  @Override
  public Optional<Signal> signal(SignalView view) {
    return Loading.call(loader, () -> strategy.signal(view));
  }
}
