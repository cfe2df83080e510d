package dev.bourse.testkit.exchange;

import dev.bourse.api.exchange.Exchange;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.exchange.ExchangeContext;
import dev.bourse.api.exchange.LockstepExchange;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.persistence.Store;
import dev.bourse.testkit.Market;
import dev.bourse.testkit.TestContext;
import dev.bourse.testkit.TestOrders;
import dev.bourse.testkit.TestStore;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A venue for an exchange that is driven in lockstep: it has no wire, so nothing can happen on it,
 * and market data is brought to it. Time goes on by a second with everything that is done.
 */
public final class DrivenVenue implements KitVenue {
  private static final String NO_WIRE = "there is no wire between this exchange and its caller";

  private final Function<ExchangeContext, LockstepExchange> opening;
  private final Instrument instrument;
  private TestStore store = new TestStore();
  private @Nullable DrivenExchange driven;
  private long position;
  private double seconds = 1;

  /**
   * A venue at which nothing was opened yet.
   *
   * @param opening opens the account; a store in the context is to be used
   * @param instrument what is traded
   */
  public DrivenVenue(Function<ExchangeContext, LockstepExchange> opening, Instrument instrument) {
    this.opening = opening;
    this.instrument = instrument;
  }

  @Override
  public InstrumentId instrument() {
    return instrument.id();
  }

  /** What is known of the instrument comes with the data, unless the trader knows it better. */
  @Override
  public synchronized Exchange open(ExchangeContext context) {
    List<Instrument> known =
        context.instruments().isEmpty() ? List.of(instrument) : context.instruments();
    store = store.afterKill();
    TestContext own = new TestContext(context.account(), context.events(), known, optional(store));
    LockstepExchange exchange = opening.apply(own);
    position = exchange.position();
    DrivenExchange opened = new DrivenExchange(exchange, this);
    driven = opened;
    quote("60000.00", "2", "60000.10", "2");
    return opened;
  }

  private static Optional<Store> optional(TestStore store) {
    return Optional.of(store);
  }

  @Override
  public Set<Feed> feeds() {
    return Set.of();
  }

  @Override
  public Map<Mishap, String> impossible() {
    return Arrays.stream(Mishap.values()).collect(Collectors.toMap(each -> each, each -> NO_WIRE));
  }

  @Override
  public void strike(Mishap mishap) {
    throw new IllegalArgumentException(mishap + " cannot happen: " + NO_WIRE);
  }

  @Override
  public void heal() {
    // Nothing can go wrong here.
  }

  @Override
  public synchronized void quote(String bid, String bidSize, String ask, String askSize) {
    DrivenExchange there = driven;
    if (there != null) {
      long now = pass();
      there
          .exchange()
          .onMarket(Market.quote(instrument, seconds, bid, bidSize, ask, askSize), ++position, now);
    }
  }

  @Override
  public synchronized void trade(String price, String size) {
    DrivenExchange there = driven;
    if (there != null) {
      long now = pass();
      there.exchange().onMarket(Market.trade(instrument, seconds, price, size), ++position, now);
    }
  }

  @Override
  public synchronized boolean foreignOrder(String name, Side side, String quantity, String price) {
    OrderSpec spec = OrderSpec.limit(instrument, side, Quantity.of(quantity), Price.of(price));
    String id = "venue." + name.replace('/', '.');
    return there().execute(new ExchangeCommand.Submit(TestOrders.order(id, spec), now()));
  }

  @Override
  public synchronized boolean transfer(String amount) {
    return there().exchange().transfer(Money.of(amount, instrument.quote()), pass());
  }

  private DrivenExchange there() {
    return Objects.requireNonNull(driven, "the account was not opened yet");
  }

  @Override
  public synchronized long now() {
    return Market.seconds(seconds);
  }

  /** A second later. */
  synchronized long pass() {
    seconds++;
    return Market.seconds(seconds);
  }

  @Override
  public void close() {
    // Everything is forgotten with it.
  }
}
