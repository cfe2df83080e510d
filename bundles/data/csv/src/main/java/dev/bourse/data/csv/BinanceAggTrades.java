package dev.bourse.data.csv;

import dev.bourse.api.data.DataFormat;
import java.util.Map;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Binance's trades added up by order and price, {@code BTCUSDT-aggTrades-2024-01.zip}. */
@Component(service = DataFormat.class)
public final class BinanceAggTrades extends PublishedFormat {
  /** For the framework. */
  @Activate
  public BinanceAggTrades() {
    super(
        "binance-aggtrades",
        Kind.TRADES,
        Pattern.compile("(\\w+)-aggTrades-.+\\.(?:zip|csv|csv\\.gz)"),
        Map.of(
            "id", 0,
            "price", 1,
            "size", 2,
            "time", 5,
            "buyer.maker", 6));
  }
}
