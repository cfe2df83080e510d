package dev.bourse.risk.breakers;

import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Order;
import dev.bourse.api.risk.Breaker;
import dev.bourse.api.risk.DenialCode;
import dev.bourse.api.risk.LossLimit;
import dev.bourse.api.risk.Numbers;
import dev.bourse.api.risk.RiskDecision;
import dev.bourse.api.risk.RiskModule;
import dev.bourse.api.risk.RiskView;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Breakers for the loss of a day and the loss from the peak. The core halts the trader when one
 * trips, so a single order has nothing to fear from here but an instrument without a price.
 *
 * @param breakers what was declared, in this order
 */
record LossBreakers(List<Breaker> breakers) implements RiskModule {
  private static final String DAILY_LOSS = "daily.loss";
  private static final String DRAWDOWN = "drawdown";

  LossBreakers {
    breakers = List.copyOf(breakers);
  }

  /** Reads the limits; throws {@link IllegalArgumentException} with every problem. */
  static LossBreakers of(BreakersFactory.Config config) {
    List<String> problems = new ArrayList<>();
    List<Breaker> all = new ArrayList<>();
    boolean flatten = config.breaker_action().equals("flatten");
    Duration daily = Duration.ofSeconds(config.daily_loss_interval());
    Duration drawdown = Duration.ofSeconds(config.drawdown_interval());
    collect(
        problems,
        () -> {
          Breaker.Mark day = new Breaker.Day(zone(config.day_zone()));
          declare(all, DAILY_LOSS, day, config.daily_loss(), daily, flatten);
        });
    collect(
        problems,
        () -> declare(all, DRAWDOWN, new Breaker.Peak(), config.drawdown(), drawdown, flatten));
    if (problems.isEmpty() && all.isEmpty()) {
      problems.add(
          "daily.loss and drawdown are both empty, so there is nothing to watch: set one of them,"
              + " or take the module out of the trader's risk");
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", problems));
    }
    return new LossBreakers(all);
  }

  private static void collect(List<String> problems, Runnable reading) {
    try {
      reading.run();
    } catch (IllegalArgumentException e) {
      problems.add(String.valueOf(e.getMessage()));
    }
  }

  private static void declare(
      List<Breaker> all,
      String name,
      Breaker.Mark mark,
      String limit,
      Duration interval,
      boolean flatten) {
    if (!limit.isBlank()) {
      all.add(new Breaker(name, mark, LossLimit.of(name, limit), interval, flatten));
    }
  }

  private static ZoneId zone(String text) {
    try {
      return ZoneId.of(text.strip());
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "day.zone=" + text + " is no time zone: write one like UTC or Europe/Berlin", e);
    }
  }

  @Override
  public RiskDecision check(Order order, RiskView view) {
    Instrument instrument = order.spec().instrument();
    if (view.referencePrice(instrument).isEmpty()) {
      return DenialCode.NO_PRICE.because("instrument=" + instrument.id());
    }
    return new RiskDecision.Passed(
        Numbers.of(
            breakers.stream()
                .map(each -> each.name() + "=" + each.limit())
                .collect(Collectors.joining(" "))));
  }
}
