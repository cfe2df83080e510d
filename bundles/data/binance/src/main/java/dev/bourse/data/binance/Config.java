package dev.bourse.data.binance;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Where Binance's past is, and what its public answers do not say. */
@ObjectClassDefinition(name = "Binance's archive")
public @interface Config {
  /** The published files. */
  @AttributeDefinition(description = "address of the published files")
  String archive_url() default "https://data.binance.vision";

  /** The public REST interface; this one serves market data only and needs no key. */
  @AttributeDefinition(description = "address of the REST interface for market data")
  String rest_url() default "https://data-api.binance.vision";

  /** The venue's name in instruments. */
  @AttributeDefinition(description = "the venue of instruments, as in BTCUSDT.BINANCE")
  String venue() default "BINANCE";

  /** Binance's lowest tier; its public answers do not name fees. */
  @AttributeDefinition(description = "maker fee of new sets, a share; Binance's lowest tier")
  String maker_fee() default "0.001";

  /** Binance's lowest tier; its public answers do not name fees. */
  @AttributeDefinition(description = "taker fee of new sets, a share; Binance's lowest tier")
  String taker_fee() default "0.001";

  /** How often a request is tried. */
  @AttributeDefinition(description = "how often a request is tried", min = "1", max = "20")
  int attempts() default 6;

  /** How long nothing may come. */
  @AttributeDefinition(
      description = "seconds without a byte after which a request is tried again",
      min = "1",
      max = "600")
  int silence_seconds() default 30;
}
