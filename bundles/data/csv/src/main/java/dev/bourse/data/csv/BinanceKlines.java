package dev.bourse.data.csv;

import dev.bourse.api.data.DataCursor;
import dev.bourse.api.data.DataFormat;
import dev.bourse.api.model.Instrument;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Binance's published bars, {@code BTCUSDT-1m-2024-01.zip}: open time, open, high, low, close,
 * volume, close time.
 */
@Component(service = DataFormat.class)
public final class BinanceKlines implements DataFormat {
  private static final PublishedFormat FORMAT =
      new PublishedFormat(
          "binance-klines",
          Kind.BARS,
          Pattern.compile("(\\w+)-(\\d+[a-zA-Z]+)(?:-.+)?\\.(?:zip|csv|csv\\.gz)"),
          Map.of(
              "time", 0,
              "open", 1,
              "high", 2,
              "low", 3,
              "close", 4,
              "volume", 5,
              "close.time", 6));

  /** For the framework. */
  @Activate
  public BinanceKlines() {}

  @Override
  public String name() {
    return FORMAT.name();
  }

  @Override
  public boolean recognises(Path file) {
    return FORMAT.recognises(file);
  }

  @Override
  public Optional<Instrument> instrument(Path file) {
    return Optional.empty();
  }

  @Override
  public String symbol(Path file) {
    return FORMAT.symbol(file);
  }

  @Override
  public DataCursor open(Path file, Instrument instrument) {
    return FORMAT.open(file, instrument);
  }
}
