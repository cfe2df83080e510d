package dev.bourse.core.emulation;

import dev.bourse.api.event.Bar;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.Quote;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TriggerType;
import org.jspecify.annotations.Nullable;

/**
 * The prices that one market event shows to an order of one side: lowest, highest and last. A trade
 * or quote shows one price, a bar all between its low and its high.
 *
 * @param lowRaw the lowest
 * @param highRaw the highest
 * @param lastRaw the last
 */
record Sighting(long lowRaw, long highRaw, long lastRaw) {
  /** What the event shows, or null if that kind of price is not watched. */
  static @Nullable Sighting of(MarketEvent event, Side side, TriggerType type) {
    if (event instanceof Trade trade) {
      return watchesTrades(type) ? at(trade.priceRaw()) : null;
    }
    if (event instanceof Bar bar) {
      return watchesTrades(type) ? new Sighting(bar.lowRaw(), bar.highRaw(), bar.closeRaw()) : null;
    }
    if (event instanceof Quote quote) {
      long raw = quoted(quote, side, type);
      return raw > 0 ? at(raw) : null;
    }
    return null;
  }

  private static Sighting at(long raw) {
    return new Sighting(raw, raw, raw);
  }

  private static boolean watchesTrades(TriggerType type) {
    return switch (type) {
      case DEFAULT, LAST_PRICE, DOUBLE_LAST, LAST_OR_BID_ASK -> true;
      default -> false;
    };
  }

  private static long quoted(Quote quote, Side side, TriggerType type) {
    return switch (type) {
      case DEFAULT, BID_ASK, DOUBLE_BID_ASK, LAST_OR_BID_ASK ->
          side == Side.BUY ? quote.askRaw() : quote.bidRaw();
      case MID_POINT ->
          quote.bidRaw() > 0 && quote.askRaw() > 0
              ? quote.bidRaw() + (quote.askRaw() - quote.bidRaw()) / 2
              : 0;
      default -> 0;
    };
  }
}
