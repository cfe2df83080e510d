package dev.bourse.backtest.plan;

import dev.bourse.api.exchange.EventSink;
import dev.bourse.api.exchange.ExchangeContext;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.persistence.Store;
import java.util.List;
import java.util.Optional;

/**
 * What the venue of a run is given: no store, so it begins empty and forgets everything.
 *
 * @param account the account
 * @param events where it reports
 * @param instruments what came with the data
 */
public record VenueContext(AccountId account, EventSink events, List<Instrument> instruments)
    implements ExchangeContext {
  /** The account of every backtest. */
  public static final AccountId ACCOUNT_OF_RUNS = new AccountId("backtest");

  /** Keeps its own copy of the list. */
  public VenueContext {
    instruments = List.copyOf(instruments);
  }

  /** For an account that is opened only to see whether it can be. */
  static VenueContext deaf(List<Instrument> instruments) {
    return new VenueContext(ACCOUNT_OF_RUNS, event -> true, instruments);
  }

  @Override
  public Optional<Store> store() {
    return Optional.empty();
  }
}
