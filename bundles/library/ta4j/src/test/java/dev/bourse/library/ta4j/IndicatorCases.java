package dev.bourse.library.ta4j;

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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** The published quotes and series. */
final class IndicatorCases {
  private static final Currency USD = new Currency("USD", 2);
  private static final Instrument FUND =
      new Instrument(
          InstrumentId.of("SPY.CASES"),
          1,
          new Currency("SPY", 2),
          USD,
          Price.of("0.01"),
          Quantity.of("1"),
          Quantity.of("1"),
          Quantity.of("1000000000"),
          Money.of("1", USD),
          Rate.ZERO,
          Rate.ZERO,
          true);

  private IndicatorCases() {}

  private static Path file(String name) {
    Path path =
        Path.of(System.getProperty("cases.dir", "../../../../shared/cases"), "indicators", name);
    assumeTrue(
        Files.isRegularFile(path),
        "There are no outside cases at " + path + ": give their folder with -Dcases.dir=...");
    return path;
  }

  static List<Bar> quotes() {
    try {
      return Files.readAllLines(file("quotes-default.csv")).stream()
          .skip(1)
          .map(line -> bar(line.split(",", -1)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Bar bar(String[] cells) {
    long close =
        LocalDate.parse(cells[0]).plusDays(1).toEpochSecond(LocalTime.MIDNIGHT, ZoneOffset.UTC);
    return new Bar(
        FUND,
        BarInterval.of("1d"),
        close * 1_000_000_000L,
        FUND.price(cells[1]).raw(),
        FUND.price(cells[2]).raw(),
        FUND.price(cells[3]).raw(),
        FUND.price(cells[4]).raw(),
        FUND.quantity(cells[5]).raw(),
        true);
  }

  /** One number of each row, not a number where the row has none. */
  static List<Double> column(String series, String name) {
    Matcher found = Pattern.compile("\"" + name + "\": *(null|[-+.0-9eE]+)").matcher(text(series));
    List<Double> all = new ArrayList<>();
    while (found.find()) {
      all.add(found.group(1).equals("null") ? Double.NaN : Double.parseDouble(found.group(1)));
    }
    return all;
  }

  private static String text(String series) {
    try (GZIPInputStream in =
        new GZIPInputStream(
            Files.newInputStream(file("results/" + series + ".standard.json.gz")))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
