package dev.bourse.exchange.binance.market;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.bourse.api.event.BookDifference;
import dev.bourse.api.event.Quote;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.Instrument;
import dev.bourse.exchange.binance.rest.VenueTime;
import java.io.IOException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the frames of combined streams (web-socket-streams.md) in one pass. Fields that are not
 * known are passed over, so that the venue may add some. Not thread-safe.
 */
final class FrameReader {
  private static final JsonFactory JSON = new JsonFactory();

  private final Frames frames;
  private final LongSupplier clock;
  private final LevelReader bids = new LevelReader();
  private final LevelReader asks = new LevelReader();
  private final KlineReader klines = new KlineReader();
  private String stream = "";
  private String event = "";
  private long time;
  private long tradeTime;
  private long id;
  private long first;
  private long last;
  private long price;
  private long size;
  private long bid;
  private long bidSize;
  private long ask;
  private long askSize;
  private boolean buyerWasMaker;
  private @Nullable Kline kline;

  /**
   * A reader.
   *
   * @param clock our time in nanoseconds, for events without a time of the venue
   */
  FrameReader(Frames frames, LongSupplier clock) {
    this.frames = frames;
    this.clock = clock;
  }

  /** Reads a frame; throws {@link IllegalArgumentException} if it cannot be understood. */
  void read(String text) {
    try (JsonParser parser = JSON.createParser(text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("it is no object");
      }
      stream = "";
      Answer answer = new Answer();
      for (JsonToken token = parser.nextToken();
          token == JsonToken.FIELD_NAME;
          token = parser.nextToken()) {
        field(parser, answer);
      }
      answer.tell(frames);
    } catch (IOException | IllegalArgumentException | ArithmeticException e) {
      String shown = text.length() > 200 ? text.substring(0, 200) + "..." : text;
      throw new IllegalArgumentException(
          "Binance sent what cannot be read: " + e.getMessage() + "; it was " + shown, e);
    }
  }

  private void field(JsonParser parser, Answer answer) throws IOException {
    String name = parser.currentName();
    JsonToken value = parser.nextToken();
    if (name.equals("stream")) {
      stream = parser.getText();
    } else if (name.equals("data") && value == JsonToken.START_OBJECT) {
      data(parser);
    } else {
      answer.take(name, value, parser);
    }
  }

  /** What cannot be read with the rules of its instrument may have others by now. */
  private void data(JsonParser parser) throws IOException {
    Instrument instrument = frames.instrument(stream);
    try {
      data(parser, instrument);
    } catch (IllegalArgumentException | ArithmeticException e) {
      if (instrument != null) {
        frames.misfit(instrument, String.valueOf(e.getMessage()));
      }
      throw e;
    }
  }

  private void data(JsonParser parser, @Nullable Instrument instrument) throws IOException {
    forget();
    for (JsonToken token = parser.nextToken();
        token == JsonToken.FIELD_NAME;
        token = parser.nextToken()) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals("e")) {
        event = parser.getText();
      } else if (instrument == null || name.length() != 1) {
        parser.skipChildren();
      } else {
        letter(name.charAt(0), value, parser, instrument);
      }
    }
    if (event.equals("serverShutdown")) {
      frames.closing();
    } else if (instrument != null) {
      tell(instrument);
    }
  }

  private void forget() {
    event = "";
    time = 0;
    tradeTime = 0;
    id = -1;
    first = -1;
    last = -1;
    price = 0;
    size = 0;
    bid = 0;
    ask = 0;
    kline = null;
    bids.clear();
    asks.clear();
  }

  private void letter(char name, JsonToken value, JsonParser in, Instrument rules)
      throws IOException {
    int prices = rules.priceDecimals();
    int sizes = rules.quantityDecimals();
    if (value == JsonToken.START_ARRAY) {
      (name == 'b' ? bids : asks).read(in, prices, sizes);
      return;
    }
    if (value == JsonToken.START_OBJECT && name == 'k') {
      kline = klines.read(in, rules);
      return;
    }
    switch (name) {
      case 'E' -> time = in.getLongValue();
      case 'T' -> tradeTime = in.getLongValue();
      case 't' -> id = in.getLongValue();
      case 'U' -> first = in.getLongValue();
      case 'u' -> last = in.getLongValue();
      case 'p' -> price = number(in, prices);
      case 'q' -> size = number(in, sizes);
      case 'b' -> bid = number(in, prices);
      case 'a' -> ask = number(in, prices);
      case 'm' -> buyerWasMaker = in.getBooleanValue();
      case 'B' -> bidSize = number(in, sizes);
      case 'A' -> askSize = number(in, sizes);
      default -> in.skipChildren();
    }
  }

  static long number(JsonParser in, int decimals) throws IOException {
    return Scaled.parse(in.getTextCharacters(), in.getTextOffset(), in.getTextLength(), decimals);
  }

  private void tell(Instrument instrument) {
    if (event.equals("trade")) {
      AggressorSide side = buyerWasMaker ? AggressorSide.SELLER : AggressorSide.BUYER;
      long when = VenueTime.nanos(tradeTime);
      frames.trade(new Trade(instrument, when, price, size, side, Long.toString(id)), id);
    } else if (event.equals("depthUpdate")) {
      frames.difference(
          new BookDifference(
              instrument, VenueTime.nanos(time), first, last, bids.levels(), asks.levels()));
    } else if (kline != null) {
      frames.kline(kline);
    } else if (event.isEmpty() && bid > 0 && ask > 0) {
      long now = clock.getAsLong();
      frames.quote(new Quote(instrument, now, bid, bidSize, ask, askSize), last);
    }
  }
}
