package dev.bourse.api.strategy;

import dev.bourse.api.book.BookView;
import dev.bourse.api.event.Bar;
import dev.bourse.api.event.Quote;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.OrderOutcome;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * An event strategy: decides what to trade on one instrument and places the orders. All methods run
 * on the trader's thread and should return within 50 ms; one that throws or hangs faults its
 * trader, nothing else.
 */
@ConsumerType
public non-sealed interface Strategy extends TradingStrategy {
  /**
   * Called once when the strategy may first be asked, and again after each restart or replacement.
   */
  default void onStart(Orders orders) {}

  /**
   * A finished bar of the past, told before {@link #onStart} if the strategy's file asks for a
   * {@code warmup}: the place to feed indicators that {@link #onBar} feeds too. Oldest first, bars
   * that ended together small to large. There is nothing to order with. Told once: a restart, or
   * another version of the plug-in, goes on with what was kept; other parameters begin anew.
   */
  default void onHistory(Bar bar) {}

  /** The best bid or offer changed. */
  default void onQuote(Quote quote, Orders orders) {}

  /**
   * The book changed, or was lost: then it is not {@link BookView#isKnown known} and has no level
   * until the venue shows all of it again.
   */
  default void onBook(BookView book, Orders orders) {}

  /** Somebody traded. */
  default void onTrade(Trade trade, Orders orders) {}

  /**
   * A bar is finished, of one of the lengths that the strategy's file names. Bars that end together
   * come small to large, each after all of them were applied.
   */
  default void onBar(Bar bar, Orders orders) {}

  /** One of this strategy's own orders moved. */
  default void onOrder(OrderOutcome outcome, Orders orders) {}

  /**
   * One of this strategy's own orders was filled, in part or whole; comes before {@link #onOrder}.
   */
  default void onFill(Fill fill, Orders orders) {}

  /** A timer set by {@link Orders#setTimer} is due. */
  default void onTimer(String name, Orders orders) {}
}
