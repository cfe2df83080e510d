package dev.bourse.testkit.exchange.example;

import dev.bourse.api.exchange.Exchange;
import dev.bourse.api.exchange.ExchangeContext;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Side;
import dev.bourse.testkit.exchange.Feed;
import dev.bourse.testkit.exchange.KitVenue;
import dev.bourse.testkit.exchange.Mishap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What the kit does to the bazaar. */
class BazaarVenue implements KitVenue {
  final Bazaar bazaar = new Bazaar();

  @Override
  public InstrumentId instrument() {
    return InstrumentId.of("BTCUSDT.BAZAAR");
  }

  @Override
  public Exchange open(ExchangeContext context) {
    return new BazaarExchange(context, bazaar, Bazaar.KEY);
  }

  @Override
  public Optional<Exchange> openReadOnly(ExchangeContext context) {
    return Optional.of(new BazaarExchange(context, bazaar, Bazaar.READ_ONLY));
  }

  @Override
  public List<String> secrets() {
    return List.of(Bazaar.KEY);
  }

  @Override
  public Set<Feed> feeds() {
    return EnumSet.of(Feed.TRADES, Feed.QUOTES);
  }

  @Override
  public Optional<String> notionalFilter() {
    return Optional.of("NOTIONAL");
  }

  @Override
  public Map<Mishap, String> impossible() {
    return Map.of(Mishap.WRONG_CLOCK, "the bazaar does not look at the time of a call");
  }

  @Override
  public void strike(Mishap mishap) {
    bazaar.strike(mishap);
  }

  @Override
  public void heal() {
    bazaar.heal();
  }

  @Override
  public void quote(String bid, String bidSize, String ask, String askSize) {
    bazaar.call(() -> bazaar.stalls().quote(bid, bidSize, ask, askSize));
  }

  @Override
  public void trade(String price, String size) {
    bazaar.call(() -> bazaar.stalls().trade(price, size));
  }

  @Override
  public boolean foreignOrder(String name, Side side, String quantity, String price) {
    Message call =
        Message.of(
            0,
            "place",
            "name",
            name,
            "side",
            side,
            "life",
            "GTC",
            "quantity",
            quantity,
            "price",
            price);
    return bazaar.call(() -> bazaar.stalls().answer(call)).kind().equals("done");
  }

  @Override
  public boolean transfer(String amount) {
    return bazaar.call(() -> bazaar.stalls().transfer(amount));
  }

  @Override
  public OptionalInt connections() {
    return OptionalInt.of(bazaar.connections());
  }

  @Override
  public long now() {
    return Bazaar.now();
  }

  @Override
  public void close() {
    bazaar.close();
  }
}
