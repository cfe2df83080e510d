package dev.bourse.exchange.simulated.venue;

import dev.bourse.api.model.TriggerType;

/** Which price a trigger watches. Zero stands for "not this event" or "not known". */
final class Watched {
  private Watched() {}

  /** The price that a trade or a bar's price shows to an order. */
  static long byTrade(VenueOrder order, MarketState market, long priceRaw) {
    return switch (effective(order, market)) {
      case LAST_PRICE, DOUBLE_LAST, LAST_OR_BID_ASK -> priceRaw;
      default -> 0;
    };
  }

  /** The price that the present quote shows to an order. */
  static long byQuote(VenueOrder order, MarketState market) {
    return switch (effective(order, market)) {
      case BID_ASK, DOUBLE_BID_ASK, LAST_OR_BID_ASK -> opposite(order, market);
      case MID_POINT -> middle(order, market);
      default -> 0;
    };
  }

  /** The price that counts when an order arrives, 0 if none is known. */
  static long now(VenueOrder order, MarketState market) {
    long quoted = byQuote(order, market);
    return quoted != 0 ? quoted : byTrade(order, market, market.lastRaw);
  }

  /**
   * The default is the last trade, or the quote where trades are not known. Where quotes are not
   * known, the last trade stands for them.
   */
  private static TriggerType effective(VenueOrder order, MarketState market) {
    TriggerType type = Trail.trigger(order).type();
    if (!market.quotesSeen) {
      return switch (type) {
        case DOUBLE_LAST, DOUBLE_BID_ASK -> TriggerType.DOUBLE_LAST;
        default -> TriggerType.LAST_PRICE;
      };
    }
    if (type != TriggerType.DEFAULT) {
      return type;
    }
    return market.lastRaw != 0 ? TriggerType.LAST_PRICE : TriggerType.BID_ASK;
  }

  private static long opposite(VenueOrder order, MarketState market) {
    return order.isBuy() ? market.askRaw : market.bidRaw;
  }

  /** Rounded so that half a tick never sets an order off too early. */
  private static long middle(VenueOrder order, MarketState market) {
    if (market.bidRaw == 0 || market.askRaw == 0) {
      return 0;
    }
    long sum = Math.addExact(market.bidRaw, market.askRaw);
    return Trail.risesTo(order) ? Math.floorDiv(sum, 2) : -Math.floorDiv(-sum, 2);
  }
}
