package dev.bourse.data.csv;

import dev.bourse.api.data.DataCursor;
import dev.bourse.api.data.DataFormat;
import dev.bourse.api.data.DataRange;
import dev.bourse.api.model.Instrument;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Captured streams of Binance, {@code BTCUSDT-capture-2024-08-08.gz}: what is described as {@code
 * kind = capture}, without a description.
 */
@Component(service = DataFormat.class)
public final class BinanceCapture implements DataFormat {
  private static final String NAME = "binance-capture";
  private static final Pattern FILE = Pattern.compile("(\\w+)-capture-.+\\.(?:zip|gz|txt|jsonl)");

  /** For the framework. */
  @Activate
  public BinanceCapture() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean recognises(Path file) {
    return matcher(file).isPresent();
  }

  @Override
  public Optional<Instrument> instrument(Path file) {
    return Optional.empty();
  }

  @Override
  public String symbol(Path file) {
    return matcher(file).map(found -> found.group(1).toUpperCase(Locale.ROOT)).orElse("");
  }

  @Override
  public boolean isCapture(Path file) {
    return true;
  }

  @Override
  public DataCursor open(Path file, Instrument instrument) {
    Policies policies =
        new Policies(PublishedFormat.MAX_JUMP, ZeroAmounts.REFUSE, Disorder.CARRY, Repeats.SKIP);
    return CsvCursor.open(
        new Description(
            NAME, file, Kind.CAPTURE, CaptureLines.LAYOUT, CaptureLines.TIME, instrument, policies),
        DataRange.all(NAME));
  }

  private static Optional<Matcher> matcher(Path file) {
    Matcher matcher = FILE.matcher(String.valueOf(file.getFileName()));
    return matcher.matches() ? Optional.of(matcher) : Optional.empty();
  }
}
