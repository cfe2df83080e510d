package dev.bourse.itests.karaf;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.ConnectionChanged;
import dev.bourse.api.event.Trade;
import dev.bourse.api.exchange.Capabilities;
import dev.bourse.api.exchange.Exchange;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.exchange.ExchangeContext;
import dev.bourse.api.exchange.ExecutionClient;
import dev.bourse.api.exchange.MarketDataClient;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Rate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A venue where somebody trades every millisecond and that takes no orders. */
final class PulseVenue implements Exchange, MarketDataClient, ExecutionClient {
  private static final Currency USD = new Currency("USD", 2);

  private final ExchangeContext context;
  private final Instrument instrument = instrument();
  private final ScheduledExecutorService market = Executors.newSingleThreadScheduledExecutor();
  private long number;

  PulseVenue(ExchangeContext context) {
    this.context = context;
    market.execute(
        () ->
            context
                .events()
                .accept(new ConnectionChanged(context.account(), true, "It beats.", now())));
  }

  private static Instrument instrument() {
    return new Instrument(
        InstrumentId.of("HEARTUSD.PULSE"),
        1,
        new Currency("HEART", 8),
        USD,
        Price.of("0.01"),
        Quantity.of("0.0001"),
        Quantity.of("0.0001"),
        Quantity.of("1000"),
        Money.of("0.01", USD),
        Rate.of("0.001"),
        Rate.of("0.001"),
        true);
  }

  private static long now() {
    Instant now = Instant.now();
    return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
  }

  private void beat() {
    number++;
    context
        .events()
        .accept(
            new Trade(instrument, now(), 10_000, 1, AggressorSide.UNKNOWN, String.valueOf(number)));
  }

  @Override
  public Capabilities capabilities() {
    return Capabilities.basic(Duration.ofDays(1), true);
  }

  @Override
  public List<Instrument> instruments() {
    return List.of(instrument);
  }

  @Override
  public MarketDataClient marketData() {
    return this;
  }

  @Override
  public ExecutionClient execution() {
    return this;
  }

  @Override
  public void subscribe(InstrumentId wanted) {
    Future<?> unused = market.scheduleAtFixedRate(this::beat, 0, 1, TimeUnit.MILLISECONDS);
  }

  @Override
  public void unsubscribe(InstrumentId unwanted) {
    // It beats until it is closed.
  }

  @Override
  public boolean execute(ExchangeCommand command) {
    return false;
  }

  @Override
  public void requestReport(long since) {
    Money cash = Money.of("1000.00", USD);
    List<Balance> balances = List.of(new Balance(cash, USD.zero()));
    market.execute(
        () ->
            context
                .events()
                .accept(
                    new AccountEvent.MassReport(
                        context.account(), List.of(), List.of(), balances, now(), now())));
  }

  @Override
  public void close() {
    market.shutdown();
  }
}
