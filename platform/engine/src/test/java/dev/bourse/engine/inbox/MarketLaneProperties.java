package dev.bourse.engine.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.DataGap;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.Quote;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.Instrument;
import dev.bourse.engine.Market;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/**
 * Whatever is put in and taken out, nothing disappears without being counted and nothing overtakes
 * its own kind.
 */
class MarketLaneProperties {
  private static final int CAPACITY = 8;
  private static final List<Instrument> INSTRUMENTS =
      List.of(Market.BTC, Market.ETH, Market.instrument("LTCUSD"));

  /** One step: take one out, or put a quote or a trade of an instrument in. */
  record Step(int kind, int instrument) {}

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Integer> kinds =
        Arbitraries.frequency(Tuple.of(2, 0), Tuple.of(2, 1), Tuple.of(3, 2));
    return Combinators.combine(kinds, Arbitraries.integers().between(0, 2))
        .as(Step::new)
        .list()
        .ofMaxSize(200);
  }

  @Property
  void countsEveryTradeEitherAsAnEventOrInAGap(@ForAll("steps") List<Step> steps) {
    Run run = new Run(steps);

    List<MarketEvent> out = run.taken;

    long trades = out.stream().filter(Trade.class::isInstance).count();
    long lost =
        out.stream().filter(DataGap.class::isInstance).mapToLong(e -> ((DataGap) e).lost()).sum();
    assertThat(trades + lost).isEqualTo(run.trades);
    assertThat(run.lane.lost()).isEqualTo(lost);
  }

  @Property
  void countsEveryQuoteEitherAsAnEventOrAsConflated(@ForAll("steps") List<Step> steps) {
    Run run = new Run(steps);

    long quotes = run.taken.stream().filter(Quote.class::isInstance).count();

    assertThat(quotes + run.lane.conflated()).isEqualTo(run.quotes);
  }

  @Property
  void deliversTheNewestQuoteOfEveryInstrument(@ForAll("steps") List<Step> steps) {
    Run run = new Run(steps);

    List<MarketEvent> out = run.taken;

    for (Instrument instrument : INSTRUMENTS) {
      assertThat(last(out, instrument)).isEqualTo(last(run.put, instrument));
    }
  }

  @Property
  void neverLetsAnEventOvertakeItsOwnKind(@ForAll("steps") List<Step> steps) {
    Run run = new Run(steps);

    List<MarketEvent> out = run.taken;

    for (Instrument instrument : INSTRUMENTS) {
      assertThat(times(out, instrument, Trade.class)).isSorted();
      assertThat(times(out, instrument, Quote.class)).isSorted();
      assertThat(times(out, instrument, DataGap.class)).isSorted();
    }
  }

  @Property
  void keepsTradesAndQuotesInOrderWhereNothingWasLost(@ForAll("steps") List<Step> steps) {
    Run run = new Run(steps);

    List<MarketEvent> out = run.taken;

    for (Instrument instrument : INSTRUMENTS) {
      boolean whole = out.stream().noneMatch(e -> of(e, instrument) && e instanceof DataGap);
      if (whole) {
        assertThat(times(out, instrument, MarketEvent.class)).isSorted();
      }
    }
  }

  @Property
  void neverHoldsMoreThanItsCapacity(@ForAll("steps") List<Step> steps) {
    Run run = new Run(steps);

    int most = run.mostWaiting;

    assertThat(most).isLessThanOrEqualTo(CAPACITY);
  }

  private static boolean of(MarketEvent event, Instrument instrument) {
    return event.instrument().equals(instrument);
  }

  private static List<Long> times(
      List<MarketEvent> events, Instrument instrument, Class<? extends MarketEvent> kind) {
    return events.stream()
        .filter(e -> of(e, instrument) && kind.isInstance(e))
        .map(MarketEvent::eventTime)
        .toList();
  }

  private static Long last(List<MarketEvent> events, Instrument instrument) {
    List<Long> quotes = times(events, instrument, Quote.class);
    return quotes.isEmpty() ? null : quotes.get(quotes.size() - 1);
  }

  /** Does the steps, then empties the lane. */
  private static final class Run {
    final MarketLane lane = new MarketLane(CAPACITY);
    final List<MarketEvent> put = new ArrayList<>();
    final List<MarketEvent> taken = new ArrayList<>();
    int mostWaiting;
    long trades;
    long quotes;

    Run(List<Step> steps) {
      steps.forEach(this::step);
      while (take()) {
        mostWaiting = Math.max(mostWaiting, lane.size());
      }
    }

    private void step(Step step) {
      Instrument instrument = INSTRUMENTS.get(step.instrument());
      long time = put.size() + 1L;
      if (step.kind() == 0) {
        take();
      } else if (step.kind() == 1) {
        quotes++;
        offer(Market.quote(instrument, time, 100_00));
      } else {
        trades++;
        offer(Market.trade(instrument, time, 100_00));
      }
      mostWaiting = Math.max(mostWaiting, lane.size());
    }

    private void offer(MarketEvent event) {
      put.add(event);
      lane.put(event);
    }

    private boolean take() {
      MarketEvent event = lane.poll();
      if (event != null) {
        taken.add(event);
      }
      return event != null;
    }
  }
}
