package dev.bourse.core.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bourse.api.event.Bar;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Rate;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Bars that the core builds from an exchange's smaller bars are the exchange's own, digit by digit,
 * wherever all the smaller ones are there.
 */
@Tag("outside")
@Tag("N29")
class AggregationCasesTest {
  private static final Instrument BTCUSDT =
      new Instrument(
          InstrumentId.of("BTCUSDT.USDM"),
          1,
          new Currency("BTC", 8),
          new Currency("USDT", 8),
          Price.of("0.1"),
          Quantity.of("0.001"),
          Quantity.of("0.001"),
          Quantity.of("1000000"),
          Money.of("5", new Currency("USDT", 8)),
          Rate.of("0"),
          Rate.of("0"),
          true);

  @ParameterizedTest
  @CsvSource({
    "3m, 15m, 3136",
    "5m, 15m, 3635",
    "15m, 30m, 1245",
    "15m, 1h, 719",
    "1h, 1d, 19",
    "5m, 1h, 719"
  })
  void barsBuiltFromSmallerOnesAreTheExchangesOwn(String from, String to, int complete)
      throws IOException {
    List<Bar> small = recorded(from);
    Map<Long, Bar> own = new HashMap<>();
    recorded(to).forEach(each -> own.put(each.eventTime(), each));

    List<Bar> built = built(small, BarInterval.of(to));

    List<Bar> whole = built.stream().filter(each -> isWhole(each, small, own)).toList();
    assertThat(whole).hasSize(complete);
    assertThat(whole).allSatisfy(each -> assertThat(each).isEqualTo(own.get(each.eventTime())));
  }

  private static List<Bar> built(List<Bar> small, BarInterval wanted) {
    Market market = new Market();
    market.list(BTCUSDT);
    market.at(0).build(wanted);
    List<Bar> all = new ArrayList<>();
    small.forEach(each -> all.addAll(market.apply(each, 0, each.eventTime())));
    all.removeIf(each -> !each.interval().equals(wanted));
    return all;
  }

  private static boolean isWhole(Bar large, List<Bar> small, Map<Long, Bar> own) {
    long length = large.interval().nanos();
    long inside =
        small.stream()
            .filter(each -> each.eventTime() > large.eventTime() - length)
            .filter(each -> each.eventTime() <= large.eventTime())
            .count();
    return inside == length / small.get(0).interval().nanos() && own.containsKey(large.eventTime());
  }

  private static List<Bar> recorded(String length) throws IOException {
    Path path =
        Path.of(
            System.getProperty("cases.dir", "../../../shared/cases"),
            "market-data/binance-usdm-2025/BTCUSDT-" + length + ".csv.gz");
    assumeTrue(
        Files.isRegularFile(path),
        "There are no outside cases at " + path + ": give their folder with -Dcases.dir=...");
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(path)), StandardCharsets.US_ASCII))) {
      BarInterval interval = BarInterval.of(length);
      return in.lines().skip(1).map(line -> bar(line.split(",", -1), interval)).toList();
    }
  }

  private static Bar bar(String[] cells, BarInterval interval) {
    return new Bar(
        BTCUSDT,
        interval,
        Long.parseLong(cells[0]) * 1_000_000 + interval.nanos(),
        BTCUSDT.price(cells[1]).raw(),
        BTCUSDT.price(cells[2]).raw(),
        BTCUSDT.price(cells[3]).raw(),
        BTCUSDT.price(cells[4]).raw(),
        BTCUSDT.quantity(cells[5]).raw(),
        true);
  }
}
