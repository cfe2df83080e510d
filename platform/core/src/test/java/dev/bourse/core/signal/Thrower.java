package dev.bourse.core.signal;

import dev.bourse.api.event.Bar;
import dev.bourse.api.model.Signal;
import dev.bourse.api.strategy.SignalStrategy;
import dev.bourse.api.strategy.SignalView;
import java.util.Optional;

/** A signal strategy that fails at every bar. */
final class Thrower implements SignalStrategy {
  @Override
  public void onBar(Bar bar) {
    throw new IllegalStateException("broken");
  }

  @Override
  public Optional<Signal> signal(SignalView view) {
    return Optional.empty();
  }
}
