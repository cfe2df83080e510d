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

/** Binance's trades added up by order and price, {@code BTCUSDT-aggTrades-2024-01.zip}. */
@Component(service = DataFormat.class)
public final class BinanceAggTrades implements DataFormat {
  private static final PublishedFormat FORMAT =
      new PublishedFormat(
          "binance-aggtrades",
          Kind.TRADES,
          Pattern.compile("(\\w+)-aggTrades-.+\\.(?:zip|csv|csv\\.gz)"),
          Map.of(
              "id", 0,
              "price", 1,
              "size", 2,
              "time", 5,
              "buyer.maker", 6));

  /** For the framework. */
  @Activate
  public BinanceAggTrades() {}

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
