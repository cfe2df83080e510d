package dev.bourse.backtest.verify;

import dev.bourse.api.backtest.BacktestResult;
import dev.bourse.api.backtest.BacktestSpec;
import dev.bourse.api.backtest.Verification;
import dev.bourse.api.backtest.Verification.Cut;
import dev.bourse.api.model.Order;
import dev.bourse.backtest.plan.Plan;
import dev.bourse.backtest.plan.Planner;
import dev.bourse.backtest.plan.Plugins;
import dev.bourse.backtest.run.Doing;
import dev.bourse.backtest.run.Progress;
import dev.bourse.backtest.run.Simulation;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/**
 * Runs over all data, then over beginnings of it. A beginning ends at the moment of an order, where
 * an order that knew the next event would show: in turns with the data of that very moment, which
 * an order on an event has seen, and without it, which an order at the end of a bar has not. Where
 * there are too few orders it ends at even parts of the time too. What is compared is the trace:
 * every decision with what was seen and every answer of the venue. Runs once, on the thread that
 * calls {@link #run}; the rest is for any thread.
 */
public final class Verifier implements Doing {
  /** More shorter runs than this are not asked for. */
  public static final int MOST = 1_000;

  private final BacktestSpec spec;
  private final Plugins plugins;
  private final Plan plan;
  private final int cuts;
  private final DoubleAdder done = new DoubleAdder();
  private final LongAdder eventsDone = new LongAdder();
  private final Memory memory = new Memory();
  private volatile Progress running = new Progress();
  private volatile boolean cancelled;

  private Verifier(BacktestSpec spec, Plugins plugins, Plan plan, int cuts) {
    this.spec = spec;
    this.plugins = plugins;
    this.plan = plan;
    this.cuts = cuts;
  }

  /** One that can run; throws {@link IllegalArgumentException} with a sentence otherwise. */
  public static Verifier of(BacktestSpec spec, Plugins plugins, int cuts) {
    if (cuts < 1 || cuts > MOST) {
      throw new IllegalArgumentException("cuts=" + cuts + " is out of range: 1.." + MOST);
    }
    return new Verifier(spec, plugins, Planner.of(spec, plugins), cuts);
  }

  /** Runs it. Throws {@link java.util.concurrent.CancellationException} once cancelled. */
  public Verification run() {
    BacktestResult whole = simulate(plan, Long.MAX_VALUE, 1, memory);
    List<Cut> all = new ArrayList<>();
    boolean including = true;
    for (long time : times(whole)) {
      all.add(cut(time, including, whole));
      including = !including;
    }
    Witness witness = new Witness(memory);
    BacktestResult again = simulate(Planner.of(spec, plugins), Long.MAX_VALUE, 1, witness);
    long end = whole.lastTime() + plan.dataLatency();
    all.add(cut(end, whole.orders().size(), again, witness));
    return new Verification(whole.orders().size(), whole.fills().size(), all);
  }

  private Cut cut(long time, boolean including, BacktestResult whole) {
    long length = Math.max(1, whole.lastTime() - whole.firstTime());
    double weight = (time - plan.dataLatency() - whole.firstTime()) / (double) length;
    Witness witness = new Witness(memory);
    BacktestResult part =
        simulate(Planner.of(until(time, including), plugins), time, weight, witness);
    long certain =
        whole.orders().stream()
            .filter(order -> including ? order.createdAt() <= time : order.createdAt() < time)
            .count();
    return cut(time, (int) certain, part, witness);
  }

  /** What a shorter run showed that should have so many orders at least. */
  private Cut cut(long time, int certain, BacktestResult part, Witness witness) {
    int orders = part.orders().size();
    String difference = "";
    if (!witness.agrees()) {
      difference =
          "with all data: "
              + line(witness.number())
              + "; without what came later: "
              + witness.line().replace('\t', ' ');
    } else if (orders < certain) {
      difference =
          "with all data there are " + certain + " orders, without what came later " + orders;
    }
    return new Cut(time, orders, part.fills().size(), difference);
  }

  /** The line of that number of the whole run: only its hash was kept, so it is run once more. */
  private String line(int number) {
    List<String> found = new ArrayList<>();
    int[] count = {0};
    simulate(
        Planner.of(spec, plugins),
        Long.MAX_VALUE,
        0,
        line -> {
          if (count[0]++ == number) {
            found.add(line.replace('\t', ' '));
          }
        });
    return found.isEmpty() ? "nothing" : found.get(0);
  }

  private BacktestResult simulate(Plan part, long until, double weight, Consumer<String> trace) {
    Progress progress = new Progress();
    running = progress;
    if (cancelled) {
      progress.cancel();
    }
    BacktestResult result = new Simulation(part, progress, trace, until).run();
    eventsDone.add(progress.events());
    running = new Progress();
    done.add(weight);
    return result;
  }

  /** The same over the data that a trader has by the given time, that of the time itself or not. */
  private BacktestSpec until(long time, boolean including) {
    return spec.until(Math.min(spec.to(), time - plan.dataLatency() + (including ? 1 : 0)));
  }

  /** Times of orders evenly chosen, or even parts of the time. */
  private SortedSet<Long> times(BacktestResult whole) {
    long first = whole.firstTime() + plan.dataLatency();
    long last = whole.lastTime() + plan.dataLatency();
    List<Long> orders =
        whole.orders().stream()
            .map(Order::createdAt)
            .filter(time -> time > first && time < last)
            .distinct()
            .sorted()
            .toList();
    SortedSet<Long> times = new TreeSet<>();
    for (int i = 0; i < cuts; i++) {
      times.add(
          orders.size() >= cuts
              ? orders.get((int) ((2L * i + 1) * orders.size() / (2L * cuts)))
              : first + (last - first) / (cuts + 1) * (i + 1));
    }
    if (orders.size() < cuts) {
      times.addAll(orders);
    }
    times.removeIf(time -> time <= first || time >= last);
    return times;
  }

  @Override
  public double share() {
    return Math.min(1, (done.sum() + running.share()) / (2 + cuts / 2.0));
  }

  @Override
  public long events() {
    return eventsDone.sum() + running.events();
  }

  @Override
  public void cancel() {
    cancelled = true;
    running.cancel();
  }
}
