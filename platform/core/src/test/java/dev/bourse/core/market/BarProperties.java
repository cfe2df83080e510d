package dev.bourse.core.market;

import static dev.bourse.core.Fixture.BTCUSD;
import static dev.bourse.core.Fixture.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.Bar;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.BarInterval;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

/** The bar builder against a second, naive aggregation over whole lists and decimal numbers. */
@Tag("N29")
class BarProperties {
  private static final long MINUTE = 60 * SECOND;

  private static List<Trade> trades(long seed, int count) {
    Random random = new Random(seed);
    List<Trade> all = new ArrayList<>();
    long time = 1_700_000_000L * SECOND;
    for (int i = 0; i < count; i++) {
      time += random.nextInt(40) * SECOND;
      all.add(
          new Trade(
              BTCUSD,
              time,
              9_000 + random.nextInt(2_000),
              1 + random.nextInt(30_000),
              AggressorSide.UNKNOWN,
              null));
    }
    return all;
  }

  private static List<Bar> built(List<? extends MarketEvent> data, String bar) {
    Market market = new Market();
    market.list(BTCUSD);
    market.at(0).build(BarInterval.of(bar));
    List<Bar> all = new ArrayList<>();
    data.forEach(each -> all.addAll(market.apply(each, 0, each.eventTime())));
    all.addAll(market.closeBars(Long.MAX_VALUE - 1));
    all.removeIf(each -> !each.interval().equals(BarInterval.of(bar)));
    return all;
  }

  private static Bar naive(List<Trade> group, BarInterval interval, long close) {
    return new Bar(
        BTCUSD,
        interval,
        close,
        group.get(0).priceRaw(),
        group.stream().mapToLong(Trade::priceRaw).max().orElseThrow(),
        group.stream().mapToLong(Trade::priceRaw).min().orElseThrow(),
        group.get(group.size() - 1).priceRaw(),
        group.stream().mapToLong(Trade::sizeRaw).sum(),
        true);
  }

  @Property(tries = 200)
  void timeBarsEqualANaiveGroupingByTheirEnds(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 90) int minutes) {
    List<Trade> trades = trades(seed, 200);
    BarInterval interval = new BarInterval(minutes * MINUTE);
    Map<Long, List<Trade>> groups =
        trades.stream()
            .collect(
                Collectors.groupingBy(
                    each -> each.eventTime() / interval.nanos(),
                    TreeMap::new,
                    Collectors.toList()));

    List<Bar> built = built(trades, interval.toString());

    assertThat(built)
        .isEqualTo(
            groups.entrySet().stream()
                .map(
                    each ->
                        naive(each.getValue(), interval, (each.getKey() + 1) * interval.nanos()))
                .toList());
  }

  @Property(tries = 200)
  void largerBarsFromMinutesEqualLargerBarsFromTrades(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 90) int minutes) {
    List<Trade> trades = trades(seed, 300);
    List<Bar> small = built(trades, "1m");

    List<Bar> fromBars = built(small, minutes + "m");

    assertThat(fromBars).isEqualTo(built(trades, minutes + "m")).isNotEmpty();
  }

  @Property(tries = 200)
  void amountBarsEqualANaiveCutOfTheSameTrades(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int amount) {
    List<Trade> trades = trades(seed, 200);

    for (String unit : List.of("t", "v", "q")) {
      BarInterval interval = BarInterval.of(amount + (unit.equals("q") ? "00" : "") + unit);
      assertThat(built(trades, interval.toString())).isEqualTo(cut(trades, interval));
    }
  }

  private static List<Bar> cut(List<Trade> trades, BarInterval interval) {
    BigDecimal wanted = BigDecimal.valueOf(interval.step());
    List<Bar> all = new ArrayList<>();
    List<Trade> group = new ArrayList<>();
    for (Trade trade : trades) {
      group.add(trade);
      BigDecimal sum =
          group.stream()
              .map(each -> weight(each, interval))
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      if (sum.compareTo(wanted) >= 0) {
        all.add(naive(group, interval, trade.eventTime()));
        group.clear();
      }
    }
    return all;
  }

  private static BigDecimal weight(Trade trade, BarInterval interval) {
    BigDecimal size = new BigDecimal(trade.size().toString());
    return switch (interval.measure()) {
      case VOLUME -> size;
      case VALUE -> size.multiply(new BigDecimal(trade.price().toString()));
      default -> BigDecimal.ONE;
    };
  }
}
