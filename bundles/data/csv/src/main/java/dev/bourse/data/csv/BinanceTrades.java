package dev.bourse.data.csv;

import dev.bourse.api.data.DataFormat;
import java.util.Map;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Binance's published trades, {@code BTCUSDT-trades-2024-01.zip}: id, price, size, amount, time,
 * maker.
 */
@Component(service = DataFormat.class)
public final class BinanceTrades extends PublishedFormat {
  /** For the framework. */
  @Activate
  public BinanceTrades() {
    super(
        "binance-trades",
        Kind.TRADES,
        Pattern.compile("(\\w+)-trades-.+\\.(?:zip|csv|csv\\.gz)"),
        Map.of(
            "id", 0,
            "price", 1,
            "size", 2,
            "time", 4,
            "buyer.maker", 5));
  }
}
