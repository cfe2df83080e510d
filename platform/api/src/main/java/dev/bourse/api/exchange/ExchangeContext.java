package dev.bourse.api.exchange;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.persistence.Store;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** What the engine gives to an adapter that opens an account. */
@ProviderType
public interface ExchangeContext {
  /** The account's name. */
  AccountId account();

  /** Where everything that happens is reported; callable from any thread. */
  EventSink events();

  /**
   * The newest rules that are known already: those that came with recorded data, for an exchange
   * that has none of its own, or those that the trader has met before, so that an adapter gives
   * changed rules a higher version.
   */
  List<Instrument> instruments();

  /**
   * A store of the adapter's own, for a simulated venue that must remember; empty in a backtest.
   * Whoever opened it closes it, after {@link Exchange#close()}.
   */
  Optional<Store> store();
}
