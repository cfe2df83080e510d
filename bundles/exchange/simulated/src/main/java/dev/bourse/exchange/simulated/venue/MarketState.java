package dev.bourse.exchange.simulated.venue;

import dev.bourse.api.event.Bar;
import dev.bourse.api.event.BookEvent;
import dev.bourse.api.event.Quote;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Side;
import org.jspecify.annotations.Nullable;

/**
 * What the venue knows of one instrument's market. The finest data seen wins: books before quotes
 * before trades before bars. Zero stands for "not known": a price of zero cannot be traded.
 */
final class MarketState {
  long lastRaw;
  long bidRaw;
  long bidSizeRaw;
  long askRaw;
  long askSizeRaw;

  /** What our own fills took from the present best bid and offer. */
  long bidTakenRaw;

  long askTakenRaw;

  /** The price by which positions are judged, once the data told one. */
  @Nullable Price mark;

  /** Whether the data says when funding is charged, and at which rate. */
  boolean fundingSeen;

  boolean tradesSeen;
  boolean quotesSeen;

  /** What was traded in the last minutes, if a filter asks for that. */
  final Traded traded = new Traded();

  /** The book, once one was told whole. */
  private @Nullable Depth depth;

  private boolean booksSeen;

  /** How much later than its close the last bar came, for orders that were decided on it. */
  long barLag;

  /** Takes a quote. What we took stays taken as long as the price stays. */
  void quote(Quote quote) {
    boolean hasBid = quote.bidRaw() > 0 && quote.bidSizeRaw() > 0;
    boolean hasAsk = quote.askRaw() > 0 && quote.askSizeRaw() > 0;
    long newBid = hasBid ? quote.bidRaw() : 0;
    long newAsk = hasAsk ? quote.askRaw() : 0;
    bidTakenRaw = newBid == bidRaw ? bidTakenRaw : 0;
    askTakenRaw = newAsk == askRaw ? askTakenRaw : 0;
    bidRaw = newBid;
    askRaw = newAsk;
    bidSizeRaw = hasBid ? quote.bidSizeRaw() : 0;
    askSizeRaw = hasAsk ? quote.askSizeRaw() : 0;
    quotesSeen = true;
  }

  /** Takes what is said of the book; whether orders can see a difference. */
  boolean book(BookEvent event) {
    Depth known = depth;
    if (known == null) {
      known = new Depth(event.instrument());
      depth = known;
    }
    boolean changed = known.apply(event);
    booksSeen = booksSeen || known.isKnown();
    if (changed && booksSeen) {
      bidRaw = known.priceRaw(Side.BUY, 0);
      bidSizeRaw = known.sizeRaw(Side.BUY, 0);
      askRaw = known.priceRaw(Side.SELL, 0);
      askSizeRaw = known.sizeRaw(Side.SELL, 0);
      quotesSeen = true;
    }
    return changed && booksSeen;
  }

  /** The levels that orders trade against, null as long as no whole book was seen. */
  @Nullable Depth depth() {
    return booksSeen ? depth : null;
  }

  /** What was told of the book, also before it was told whole. */
  @Nullable Depth told() {
    return depth;
  }

  /** Takes a book that was remembered. */
  void tell(Depth remembered, boolean seen) {
    depth = remembered;
    booksSeen = seen;
  }

  void trade(long priceRaw) {
    lastRaw = priceRaw;
    tradesSeen = true;
  }

  void bar(Bar bar, long now) {
    lastRaw = bar.closeRaw();
    barLag = Math.max(0, now - bar.eventTime());
  }

  /** The market is not known any more until the next quote, or the next full book. */
  void forgetQuote() {
    bidRaw = 0;
    askRaw = 0;
    bidSizeRaw = 0;
    askSizeRaw = 0;
    bidTakenRaw = 0;
    askTakenRaw = 0;
    if (depth != null) {
      depth.lose();
    }
  }

  /** The middle of the quote, or the last trade; 0 if neither is known. */
  long middleOrLast() {
    return bidRaw != 0 && askRaw != 0 ? (bidRaw + askRaw) / 2 : lastRaw;
  }

  /** What an order of the given side would trade at now, 0 if that is not known. */
  long oppositeRaw(Side side) {
    long quoted = side == Side.BUY ? askRaw : bidRaw;
    return quoted != 0 || quotesSeen ? quoted : lastRaw;
  }

  /** What an order of the given side could still take from the best quote. */
  long quotedSize(Side side) {
    return side == Side.BUY ? askSizeRaw - askTakenRaw : bidSizeRaw - bidTakenRaw;
  }

  void taken(Side side, long sizeRaw) {
    if (side == Side.BUY) {
      askTakenRaw += sizeRaw;
    } else {
      bidTakenRaw += sizeRaw;
    }
  }
}
