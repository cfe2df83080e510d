package dev.bourse.venue.binance.trading;

import dev.bourse.api.config.Parameters;
import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.VenueEvent;
import dev.bourse.api.exchange.EventSink;
import dev.bourse.api.exchange.Exchange;
import dev.bourse.api.exchange.ExchangeContext;
import dev.bourse.api.exchange.ExchangeFactory;
import dev.bourse.api.exchange.LockstepExchange;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.persistence.Store;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Opens accounts at the exchange that does the trading. */
public final class Opening {
  private final ExchangeFactory<?> factory;
  private final List<Instrument> instruments;
  private final Map<String, String> settings;
  private final Map<AccountId, AccountEvent.MassReport> answers = new TreeMap<>();

  /**
   * Accounts of one exchange.
   *
   * @param factory makes the exchange
   * @param instruments what it lists
   * @param settings its settings, but for the balances of each account
   */
  public Opening(
      ExchangeFactory<?> factory, List<Instrument> instruments, Map<String, String> settings) {
    this.factory = factory;
    this.instruments = List.copyOf(instruments);
    this.settings = new TreeMap<>(settings);
  }

  LockstepExchange open(AccountId account, String balances, Consumer<VenueEvent> reports) {
    Map<String, String> values = new TreeMap<>(settings);
    values.put("balances", balances);
    EventSink sink =
        event -> {
          if (event instanceof AccountEvent.MassReport answer) {
            answers.put(account, answer);
          } else {
            reports.accept(event);
          }
          return true;
        };
    return lockstep(
        open(factory, values, new Context(account, sink, instruments, Optional.empty())));
  }

  /** Everything about an account, but for its fills. */
  AccountEvent.MassReport report(Desk desk) {
    desk.exchange().execution().requestReport(Long.MAX_VALUE);
    AccountEvent.@Nullable MassReport answer = answers.remove(desk.account());
    if (answer == null) {
      throw new IllegalStateException(
          "the exchange did not say at once how account " + desk.account() + " stands");
    }
    return answer;
  }

  private static <C> Exchange open(
      ExchangeFactory<C> factory, Map<String, String> values, ExchangeContext context) {
    return factory.open(Parameters.of(factory.configType()).read(values), context);
  }

  private static LockstepExchange lockstep(Exchange exchange) {
    if (exchange instanceof LockstepExchange lockstep) {
      return lockstep;
    }
    throw new IllegalArgumentException(
        "the venue drives its exchange itself, but "
            + exchange.getClass().getName()
            + " has threads of its own; use the simulated one");
  }

  private record Context(
      AccountId account, EventSink events, List<Instrument> instruments, Optional<Store> store)
      implements ExchangeContext {}
}
