package dev.bourse.data.csv;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.bourse.api.data.DataException;
import dev.bourse.api.event.BookDifference;
import dev.bourse.api.event.BookLevels;
import dev.bourse.api.event.FullBook;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.Quote;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.Instrument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Captured streams of Binance: in each line the nanosecond at which a message came, a space, and
 * the message. Read as one stream of JSON values, so that a line may be of any length.
 */
final class CaptureLines implements Lines {
  static final Layout LAYOUT = new Layout(false, (byte) ' ', Map.of());
  static final TimeColumn TIME =
      new TimeColumn(TimeUnits.NS, TimeMeaning.EVENT, null, ZoneOffset.UTC);

  private static final JsonFactory FACTORY = new JsonFactory();

  /** A time read in too small a unit lies shortly after 1970. */
  private static final long EARLIEST = 365 * 86_400_000_000_000L;

  private final Instrument instrument;
  private final Policies policies;
  private final DataFile file;
  private final JsonParser parser;
  private final NumberColumn price;
  private final NumberColumn size;
  private final Frame frame;
  private @Nullable String symbol;
  private long line;
  private long time;
  private long lastTrade;

  CaptureLines(Instrument instrument, Policies policies, DataFile file) {
    this.instrument = instrument;
    this.policies = policies;
    this.file = file;
    this.price = Columns.price("price", -1, instrument);
    this.size = Columns.quantity("size", -1, instrument);
    this.frame = new Frame(price, size, this);
    try {
      this.parser = FACTORY.createParser(new DataFileInput(file));
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static DataException unreadable(DataFile file, IOException cause) {
    return new DataException(file.path() + " cannot be read: " + cause.getMessage(), cause);
  }

  @Override
  public boolean next() {
    try {
      if (parser.nextToken() == null) {
        requireSomething();
        return false;
      }
      line = parser.currentTokenLocation().getLineNr();
      time = received();
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw bad("the time is followed by no message; is it a capture?");
      }
      frame.read(parser);
      requireSameSymbol();
      return true;
    } catch (JsonEOFException e) {
      throw new DataException(
          file.path() + " ends in the middle: it was cut off; copy it again", e);
    } catch (JsonProcessingException e) {
      throw new DataException(
          file.path()
              + " line "
              + e.getLocation().getLineNr()
              + ": it is no JSON: "
              + e.getOriginalMessage(),
          e);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private void requireSomething() {
    if (line == 0) {
      throw new DataException(file.path() + " is empty; copy it again");
    }
  }

  private long received() throws IOException {
    if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
      throw bad("it does not begin with the time in nanoseconds; is it a capture?");
    }
    String text = parser.getText();
    if (text.length() > 19 || parser.getLongValue() < EARLIEST) {
      throw bad("time " + text + " is not between 1971 and 2262 as nanoseconds; correct it");
    }
    return parser.getLongValue();
  }

  private void requireSameSymbol() {
    String found = frame.symbol;
    if (found != null && symbol != null && !found.equals(symbol)) {
      throw bad(
          "it is about "
              + found
              + ", the lines above are about "
              + symbol
              + "; put each instrument into a file of its own");
    }
    symbol = found == null ? symbol : found;
  }

  @Override
  public long time() {
    return time;
  }

  @Override
  public @Nullable MarketEvent event(long at) {
    if (frame.full) {
      return new FullBook(
          instrument, at, frame.lastUpdate, levels("bids", frame.bids), levels("asks", frame.asks));
    }
    return switch (frame.type) {
      case "depthUpdate" -> difference(at);
      case "trade" -> trade(at);
      case "", "bookTicker" -> frame.bid == null ? null : quote(at);
      default -> null;
    };
  }

  private BookDifference difference(long at) {
    long first = frame.updateBefore >= 0 ? frame.updateBefore + 1 : frame.firstUpdate;
    if (first < 0 || frame.lastUpdate < first) {
      throw bad("its updates go from " + first + " to " + frame.lastUpdate + ", which cannot be");
    }
    return new BookDifference(
        instrument, at, first, frame.lastUpdate, levels("b", frame.bids), levels("a", frame.asks));
  }

  private BookLevels levels(String name, @Nullable BookLevels levels) {
    if (levels == null) {
      throw bad("it lacks " + name);
    }
    return levels;
  }

  private @Nullable Trade trade(long at) {
    long sizeRaw = notBelow(size, text("q", frame.tradeSize), this);
    if (sizeRaw == 0) {
      if (policies.zeroAmounts() == ZeroAmounts.FAIL) {
        throw bad("size is zero, and zero.amounts=fail; remove the line or refuse them");
      }
      return null;
    }
    long priceRaw = above(price, text("p", frame.tradePrice), this);
    PriceColumn.requireNear(price, priceRaw, lastTrade, policies.maxJump(), this);
    lastTrade = priceRaw;
    AggressorSide side =
        frame.buyerIsMaker == null
            ? AggressorSide.UNKNOWN
            : frame.buyerIsMaker ? AggressorSide.SELLER : AggressorSide.BUYER;
    return new Trade(instrument, at, priceRaw, sizeRaw, side, frame.tradeId);
  }

  private Quote quote(long at) {
    long bid = above(price, text("b", frame.bid), this);
    long ask = above(price, text("a", frame.ask), this);
    QuoteReader.requireOrder(instrument, bid, ask, this);
    long bidSize = notBelow(size, text("B", frame.bidSize), this);
    long askSize = notBelow(size, text("A", frame.askSize), this);
    return new Quote(instrument, at, bid, bidSize, ask, askSize);
  }

  private String text(String name, @Nullable String text) {
    if (text == null) {
      throw bad("it lacks " + name);
    }
    return text;
  }

  private static long value(NumberColumn column, String text, Place place) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return column.read(bytes, 0, bytes.length, place);
  }

  /** A number above zero. */
  static long above(NumberColumn column, String text, Place place) {
    long value = value(column, text, place);
    if (value <= 0) {
      throw place.bad(column.role() + " " + text + " must be above zero; correct it");
    }
    return value;
  }

  /** A number that is zero or more. */
  static long notBelow(NumberColumn column, String text, Place place) {
    long value = value(column, text, place);
    if (value < 0) {
      throw place.bad(column.role() + " " + text + " must not be negative; correct it");
    }
    return value;
  }

  @Override
  public DataException bad(String reason) {
    return new DataException(file.path() + " line " + line + ": " + reason);
  }
}
