package dev.bourse.strategy.breakout;

import dev.bourse.api.event.Bar;
import dev.bourse.api.indicator.Atr;
import dev.bourse.api.model.Decimals;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Signal;
import dev.bourse.api.strategy.SignalInterval;
import dev.bourse.api.strategy.SignalRules;
import dev.bourse.api.strategy.SignalStrategy;
import dev.bourse.api.strategy.SignalView;
import dev.bourse.api.strategy.StrategyContext;
import java.time.Duration;
import java.util.Optional;

/** The signals of one instrument: feeds its indicators, and says when a bar broke out. */
final class BreakoutSignals implements SignalStrategy {
  private final Breakout.Config config;
  private final SignalRules rules;
  private final Highest channel;
  private final Highest before;
  private final Atr range;

  BreakoutSignals(Breakout.Config config, SignalRules rules, StrategyContext context) {
    this.config = config;
    this.rules = rules;
    this.channel = context.keep("channel", new Highest(config.channel()));
    this.before = context.keep("resistance", new Highest(1));
    this.range = context.keep("range", new Atr(config.range()));
  }

  @Override
  public SignalInterval interval() {
    return Breakout.interval(config);
  }

  @Override
  public SignalRules rules() {
    return rules;
  }

  @Override
  public void onBar(Bar bar) {
    before.add(channel.value());
    channel.add(bar.high().toDouble());
    range.add(bar.high().toDouble(), bar.low().toDouble(), bar.closeAsDouble());
  }

  @Override
  public Optional<Signal> signal(SignalView view) {
    double close = view.bar().closeAsDouble();
    boolean broke = before.ready() && close > before.value();
    if (!broke || !range.ready()) {
      return Optional.empty();
    }
    Instrument instrument = view.instrument();
    double entry = config.pullback() > 0 ? close - config.pullback() * range.value() : close;
    double stop = entry - distance(config.stop(), entry);
    double take = entry + distance(config.take(), entry);
    Signal signal =
        Signal.buy(
                instrument.quantity(config.quantity()),
                onTick(instrument, take),
                onTick(instrument, stop))
            .lasting(Duration.ofMinutes(config.lifetime()));
    return Optional.of(config.pullback() > 0 ? signal.at(onTick(instrument, entry)) : signal);
  }

  private double distance(double ranges, double price) {
    return Math.max(ranges * range.value(), config.least() * price);
  }

  private static Price onTick(Instrument instrument, double price) {
    long raw = Math.round(price * Decimals.powerOfTen(instrument.priceDecimals()));
    return instrument.price(raw - Math.floorMod(raw, instrument.tickSize().raw()));
  }
}
