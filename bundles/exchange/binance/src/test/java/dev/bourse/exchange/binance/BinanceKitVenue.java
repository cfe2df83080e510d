package dev.bourse.exchange.binance;

import dev.bourse.api.exchange.Exchange;
import dev.bourse.api.exchange.ExchangeContext;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Side;
import dev.bourse.exchange.simulated.SimulatedExchangeFactory;
import dev.bourse.testkit.ConfigFixtures;
import dev.bourse.testkit.exchange.Feed;
import dev.bourse.testkit.exchange.KitVenue;
import dev.bourse.testkit.exchange.Mishap;
import dev.bourse.venue.binance.LocalVenue;
import dev.bourse.venue.binance.VenueAccount;
import dev.bourse.venue.binance.VenueSettings;
import dev.bourse.venue.binance.faults.Fault;
import dev.bourse.venue.binance.faults.Fault.Kind;
import dev.bourse.venue.binance.protocol.ApiKey;
import dev.bourse.venue.binance.protocol.Right;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The local venue, as the kit wants it. */
final class BinanceKitVenue implements KitVenue {
  private static final String ACCOUNT = "alice";
  private static final String SYMBOL = "BTCUSDT";
  private static final String PLACE = "order.place";
  private static final String CANCEL = "order.cancel";
  private static final List<String> CHANGES =
      List.of("order.amend.keepPriority", "order.cancelReplace");
  private static final String REPORTS = "executionReport";
  private static final String KEY = "kitKey0123456789";
  private static final String SECRET = "kitSecret0123456789";
  private static final String LOOKING = "kitLookingKey0123456789";

  private static final BinanceExchangeFactory FACTORY = new BinanceExchangeFactory();

  private final LocalVenue venue;

  BinanceKitVenue() {
    try {
      venue =
          LocalVenue.start(
              new SimulatedExchangeFactory(),
              VenueSettings.local()
                  .with(
                      new VenueAccount(
                          ACCOUNT,
                          "100000 USDT,10 BTC",
                          ApiKey.hmac(KEY, SECRET),
                          ApiKey.hmac(LOOKING, SECRET, Right.READ))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public InstrumentId instrument() {
    return InstrumentId.of("BTCUSDT.BINANCE");
  }

  @Override
  public Exchange open(ExchangeContext context) {
    return open(context, KEY);
  }

  private Exchange open(ExchangeContext context, String key) {
    return FACTORY.open(
        ConfigFixtures.of(
            BinanceExchangeFactory.Config.class,
            "rest.url",
            venue.restUrl(),
            "stream.url",
            venue.socketUrl(),
            "api.url",
            venue.socketUrl(),
            "key",
            key,
            "secret",
            SECRET,
            "books",
            "diffs",
            "reconnect.pause",
            "100ms",
            "place.timeout.seconds",
            "10"),
        context);
  }

  @Override
  public Optional<Exchange> openReadOnly(ExchangeContext context) {
    return Optional.of(open(context, LOOKING));
  }

  @Override
  public List<String> secrets() {
    return List.of(KEY, SECRET);
  }

  @Override
  public Set<Feed> feeds() {
    return EnumSet.allOf(Feed.class);
  }

  @Override
  public Optional<String> notionalFilter() {
    return Optional.of("NOTIONAL");
  }

  @Override
  public void strike(Mishap mishap) {
    switch (mishap) {
      case CUT -> venue.cutSockets();
      case DEAD -> {
        venue.add(Fault.always(Kind.CUT, "*"));
        venue.cutSockets();
      }
      case LOST_ANSWER -> venue.add(Fault.once(Kind.LOSE, PLACE));
      case LOST_COMMAND -> venue.add(Fault.once(Kind.CUT, PLACE));
      case LOST_CANCEL_ANSWER -> venue.add(Fault.once(Kind.LOSE, CANCEL));
      case LOST_CANCEL -> venue.add(Fault.once(Kind.CUT, CANCEL));
      case LOST_CHANGE_ANSWER -> CHANGES.forEach(each -> venue.add(Fault.once(Kind.LOSE, each)));
      case LOST_CHANGE -> CHANGES.forEach(each -> venue.add(Fault.once(Kind.CUT, each)));
      case OPEN_ERROR -> venue.add(Fault.once(Kind.FAIL_AFTER, PLACE).with(503));
      case SLOW_ANSWER -> venue.add(Fault.once(Kind.DELAY, PLACE).lasting(3_000));
      case LOST_REPORTS -> venue.add(Fault.always(Kind.DROP, REPORTS));
      case REPEATED_REPORTS -> venue.add(Fault.always(Kind.DUPLICATE, REPORTS));
      case LIMIT -> venue.add(Fault.once(Kind.FAIL, PLACE).with(429));
      case WRONG_CLOCK -> venue.setClockOffset(-7_000);
    }
  }

  @Override
  public void heal() {
    venue.clearFaults();
  }

  @Override
  public void quote(String bid, String bidSize, String ask, String askSize) {
    venue.quote(SYMBOL, bid, bidSize, ask, askSize);
  }

  @Override
  public void trade(String price, String size) {
    venue.trade(SYMBOL, price, size, AggressorSide.SELLER);
  }

  @Override
  public boolean foreignOrder(String name, Side side, String quantity, String price) {
    venue.call(
        ACCOUNT,
        "POST /api/v3/order",
        "symbol",
        SYMBOL,
        "side",
        side.name(),
        "type",
        "LIMIT",
        "timeInForce",
        "GTC",
        "quantity",
        quantity,
        "price",
        price,
        "newClientOrderId",
        name);
    return true;
  }

  @Override
  public boolean transfer(String amount) {
    return venue.transfer(ACCOUNT, amount, "USDT");
  }

  @Override
  public OptionalInt connections() {
    return OptionalInt.of(venue.connections());
  }

  @Override
  public long now() {
    return venue.now();
  }

  @Override
  public void close() {
    venue.close();
  }
}
