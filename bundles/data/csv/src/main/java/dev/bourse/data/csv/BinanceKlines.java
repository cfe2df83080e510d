package dev.bourse.data.csv;

import dev.bourse.api.data.DataFormat;
import java.util.Map;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Binance's published bars, {@code BTCUSDT-1m-2024-01.zip}: open time, open, high, low, close,
 * volume, close time.
 */
@Component(service = DataFormat.class)
public final class BinanceKlines extends PublishedFormat {
  /** For the framework. */
  @Activate
  public BinanceKlines() {
    super(
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
  }
}
