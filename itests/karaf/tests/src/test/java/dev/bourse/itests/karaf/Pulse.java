package dev.bourse.itests.karaf;

import dev.bourse.api.exchange.Exchange;
import dev.bourse.api.exchange.ExchangeContext;
import dev.bourse.api.exchange.ExchangeFactory;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.strategy.Strategy;
import dev.bourse.api.strategy.StrategyContext;
import dev.bourse.api.strategy.StrategyFactory;
import dev.bourse.api.trace.TraceQuery;
import dev.bourse.api.trace.Turn;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.api.trader.Trader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * A trader that needs nothing of the distribution but the engine and its store: its venue, on which
 * somebody trades every millisecond of the real clock, and its strategy are the test's. Whatever
 * else comes and goes, it must not notice.
 */
final class Pulse {
  private static @Nullable Pulse beating;

  private final Trader trader;

  private Pulse(Trader trader) {
    this.trader = trader;
  }

  /** Parameters of its plug-ins. */
  @interface Parameters {
    String word() default "";
  }

  /** Its venue. */
  static final class Venues implements ExchangeFactory<Parameters> {
    @Override
    public Class<Parameters> configType() {
      return Parameters.class;
    }

    @Override
    public Exchange open(Parameters parameters, ExchangeContext context) {
      return new PulseVenue(context);
    }
  }

  /** Its strategy, which looks and wants nothing. */
  static final class Strategies implements StrategyFactory<Parameters> {
    @Override
    public Class<Parameters> configType() {
      return Parameters.class;
    }

    @Override
    public Strategy create(Parameters parameters, StrategyContext context) {
      return new Strategy() {};
    }
  }

  /** The one of this container; started when it is asked for first, and never stopped. */
  static synchronized Pulse of(Container karaf) throws Exception {
    Pulse known = beating;
    if (known == null) {
      known = start(karaf);
      beating = known;
    }
    return known;
  }

  private static Pulse start(Container karaf) throws Exception {
    karaf.offer(ExchangeFactory.class, ExchangeFactory.TYPE, "pulse", new Venues());
    karaf.offer(StrategyFactory.class, StrategyFactory.TYPE, "pulse", new Strategies());
    Path conf = karaf.home("conf");
    Files.writeString(
        conf.resolve("dev.bourse.account-pulse.cfg"), "trader = pulse\ntype = pulse\n");
    Files.writeString(
        conf.resolve("dev.bourse.strategy-pulse.cfg"),
        """
        trader = pulse
        type = pulse
        instruments = HEARTUSD.PULSE
        """);
    Files.writeString(
        conf.resolve("dev.bourse.trader-pulse.cfg"),
        """
        mode = live
        confirm.live = pulse
        loss.limit = none
        accounts = pulse
        risk = none
        trace.market = true
        """);
    Trader trader = karaf.trader("pulse");
    Patience.until("pulse runs", () -> trader.snapshot().status() == TraderStatus.RUNNING);
    Pulse pulse = new Pulse(trader);
    pulse.beat(100);
    return pulse;
  }

  /** Its last turn. */
  long sequence() {
    return trader.snapshot().sequence();
  }

  /** Returns once it has taken as many turns more. */
  void beat(long turns) throws Exception {
    long end = sequence() + turns;
    Patience.until("pulse took " + turns + " turns", () -> sequence() >= end);
  }

  /** All turns behind one up to another. */
  List<Turn> turns(long behind, long to) {
    TraceQuery query =
        new TraceQuery(behind + 1, Long.MIN_VALUE, Long.MAX_VALUE, "", /* market= */ true);
    return trader.trace().read(query, (int) (to - behind));
  }

  /** The largest time between two neighbours. */
  static long largestGapMicros(List<Turn> turns) {
    long nanos =
        LongStream.range(1, turns.size())
            .map(i -> turns.get((int) i).time() - turns.get((int) i - 1).time())
            .max()
            .orElse(0);
    return TimeUnit.NANOSECONDS.toMicros(nanos);
  }

  /** Every change of its status in these turns. */
  static List<TurnResult> statusChanges(List<Turn> turns) {
    return turns.stream()
        .flatMap(turn -> turn.results().stream())
        .filter(TurnResult.StatusChanged.class::isInstance)
        .toList();
  }
}
