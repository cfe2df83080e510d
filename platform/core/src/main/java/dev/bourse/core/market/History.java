package dev.bourse.core.market;

import dev.bourse.api.event.Bar;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.WarmUp;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The last bars of one instrument before some time, built from recorded data as a trader builds
 * them. Keeps no more than are asked for. Not thread-safe.
 */
public final class History {
  private final Instrument instrument;
  private final WarmUp wanted;
  private final Market market = new Market();
  private final Map<BarInterval, ArrayDeque<Bar>> last = new TreeMap<>();
  private long first = InstrumentMarket.NONE;

  /**
   * Nothing yet.
   *
   * @param instrument the version that scales the bars that are given
   */
  public History(Instrument instrument, List<BarInterval> intervals, WarmUp wanted) {
    this.instrument = instrument;
    this.wanted = wanted;
    intervals.forEach(each -> last.put(each, new ArrayDeque<>()));
  }

  /** Takes the next recorded event of the instrument. */
  public void add(MarketEvent event) {
    int number = market.instruments().find(event.instrument().id());
    if (number < 0 || !market.at(number).instrument().equals(event.instrument())) {
      market.list(event.instrument());
      number = market.instruments().number(event.instrument());
      last.keySet().forEach(market.at(number)::build);
    }
    first = first == InstrumentMarket.NONE ? event.eventTime() : first;
    market.apply(event, number, event.eventTime()).forEach(this::keep);
  }

  /** Ends every bar whose end is not behind a time. */
  public void close(long time) {
    market.closeBars(time).forEach(this::keep);
  }

  private void keep(Bar bar) {
    ArrayDeque<Bar> kept = last.get(bar.interval());
    if (kept != null) {
      kept.addLast(bar);
      if (kept.size() > (wanted.bars() > 0 ? wanted.bars() : WarmUp.MAX_BARS)) {
        kept.removeFirst();
      }
    }
  }

  /** Whether there is as much as was asked for, at a time. */
  public boolean isEnough(long time) {
    return wanted.bars() > 0
        ? last.values().stream().allMatch(each -> each.size() >= wanted.bars())
        : first != InstrumentMarket.NONE && first <= time - wanted.nanos();
  }

  /**
   * The bars, by their end, small to large. Throws {@link IllegalArgumentException} if they are
   * finer than the instrument's rules.
   */
  public List<Bar> bars(long time) {
    List<Bar> all = new ArrayList<>();
    last.values()
        .forEach(
            each ->
                each.stream()
                    .filter(bar -> wanted.bars() > 0 || bar.eventTime() > time - wanted.nanos())
                    .map(this::scaled)
                    .forEach(all::add));
    all.sort(
        (a, b) ->
            a.eventTime() == b.eventTime()
                ? a.interval().compareTo(b.interval())
                : Long.compare(a.eventTime(), b.eventTime()));
    return all;
  }

  private Bar scaled(Bar bar) {
    int price = bar.instrument().priceDecimals();
    return new Bar(
        instrument,
        bar.interval(),
        bar.eventTime(),
        raw(bar.openRaw(), price, instrument.priceDecimals()),
        raw(bar.highRaw(), price, instrument.priceDecimals()),
        raw(bar.lowRaw(), price, instrument.priceDecimals()),
        raw(bar.closeRaw(), price, instrument.priceDecimals()),
        raw(bar.volumeRaw(), bar.instrument().quantityDecimals(), instrument.quantityDecimals()),
        bar.complete());
  }

  private long raw(long raw, int from, int to) {
    if (from == to) {
      return raw;
    }
    try {
      return BigDecimal.valueOf(raw, from).setScale(to).unscaledValue().longValueExact();
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "the history of "
              + instrument.id()
              + " has "
              + BigDecimal.valueOf(raw, from).toPlainString()
              + ", which has more than the "
              + to
              + " decimals of its rules now",
          e);
    }
  }
}
