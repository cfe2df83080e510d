package dev.bourse.core.codec;

import dev.bourse.api.event.Bar;
import dev.bourse.api.event.BookDifference;
import dev.bourse.api.event.BookLevels;
import dev.bourse.api.event.DataGap;
import dev.bourse.api.event.FullBook;
import dev.bourse.api.event.FundingRate;
import dev.bourse.api.event.MarkPrice;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.Quote;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;
import dev.bourse.core.market.BarIntervals;

/** Market data as compact bytes. */
final class MarketCodec {
  private final ValueCodec values;

  MarketCodec(ValueCodec values) {
    this.values = values;
  }

  void write(StateWriter out, MarketEvent event) {
    values.instrument(out, event.instrument());
    out.putLong(event.eventTime());
    if (event instanceof Trade trade) {
      out.putLong(trade.priceRaw()).putLong(trade.sizeRaw()).putByte(code(trade.aggressor()));
      values.optionalText(out, trade.venueTradeId());
    } else if (event instanceof Quote quote) {
      out.putLong(quote.bidRaw()).putLong(quote.bidSizeRaw());
      out.putLong(quote.askRaw()).putLong(quote.askSizeRaw());
    } else if (event instanceof Bar bar) {
      BarIntervals.write(out, bar.interval());
      out.putLong(bar.openRaw()).putLong(bar.highRaw());
      out.putLong(bar.lowRaw()).putLong(bar.closeRaw()).putLong(bar.volumeRaw());
      out.putBoolean(bar.complete());
    } else if (event instanceof FullBook full) {
      out.putLong(full.lastUpdateId());
      full.bids().save(out);
      full.asks().save(out);
    } else if (event instanceof BookDifference difference) {
      out.putLong(difference.firstUpdateId()).putLong(difference.lastUpdateId());
      difference.bids().save(out);
      difference.asks().save(out);
    } else if (event instanceof MarkPrice mark) {
      values.price(out, mark.mark());
      values.optionalPrice(out, mark.index());
    } else if (event instanceof FundingRate funding) {
      out.putLong(funding.rateRaw());
    } else if (event instanceof DataGap gap) {
      out.putLong(gap.lost()).putText(gap.reason());
    }
  }

  Trade trade(StateReader in) {
    return new Trade(
        values.instrument(in),
        in.getLong(),
        in.getLong(),
        in.getLong(),
        side(in.getByte()),
        values.optionalText(in));
  }

  Quote quote(StateReader in) {
    return new Quote(
        values.instrument(in),
        in.getLong(),
        in.getLong(),
        in.getLong(),
        in.getLong(),
        in.getLong());
  }

  Bar bar(StateReader in) {
    Instrument instrument = values.instrument(in);
    long eventTime = in.getLong();
    BarInterval interval = BarIntervals.read(in);
    return new Bar(
        instrument,
        interval,
        eventTime,
        in.getLong(),
        in.getLong(),
        in.getLong(),
        in.getLong(),
        in.getLong(),
        in.getBoolean());
  }

  MarkPrice mark(StateReader in) {
    return new MarkPrice(
        values.instrument(in), in.getLong(), values.price(in), values.optionalPrice(in));
  }

  FundingRate funding(StateReader in) {
    return new FundingRate(values.instrument(in), in.getLong(), in.getLong());
  }

  DataGap gap(StateReader in) {
    return new DataGap(values.instrument(in), in.getLong(), in.getLong(), in.getText());
  }

  FullBook fullBook(StateReader in) {
    return new FullBook(
        values.instrument(in),
        in.getLong(),
        in.getLong(),
        BookLevels.load(in),
        BookLevels.load(in));
  }

  BookDifference difference(StateReader in) {
    return new BookDifference(
        values.instrument(in),
        in.getLong(),
        in.getLong(),
        in.getLong(),
        BookLevels.load(in),
        BookLevels.load(in));
  }

  private static int code(AggressorSide side) {
    return switch (side) {
      case UNKNOWN -> 0;
      case BUYER -> 1;
      case SELLER -> 2;
    };
  }

  private static AggressorSide side(int code) {
    return switch (code) {
      case 0 -> AggressorSide.UNKNOWN;
      case 1 -> AggressorSide.BUYER;
      case 2 -> AggressorSide.SELLER;
      default -> throw new IllegalArgumentException("unknown aggressor code " + code);
    };
  }
}
