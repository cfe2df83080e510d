package dev.bourse.exchange.binance.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.bourse.api.event.Bar;
import dev.bourse.api.event.BookLevels;
import dev.bourse.api.event.FullBook;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.Decimals;
import dev.bourse.api.model.Instrument;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** What the venue tells everybody over REST (rest-api.md). Blocks; any thread. */
public final class Publications {
  /** The most trades of one answer. */
  private static final int PAGE = 1_000;

  /** Where a candle says how many trades it has. */
  private static final int TRADES = 8;

  private static final int LEVELS = 1_000;
  private static final int NO_REFERENCE_PRICE = -2043;

  private final Rest rest;
  private final Rest trades;

  /** Publications over a way to ask. */
  public Publications(Rest rest) {
    this(rest, rest);
  }

  /**
   * Publications of which some are elsewhere.
   *
   * @param trades the way to ask for old trades and reference prices, which hosts for market data
   *     only do not have (faqs/market_data_only.md)
   */
  public Publications(Rest rest, Rest trades) {
    this.rest = rest;
    this.trades = trades;
  }

  /** What the venue says about symbols and its limits. */
  public JsonNode symbols(Collection<String> names) throws RestException {
    return ask(rest, "/api/v3/exchangeInfo?symbols=" + list(names));
  }

  private static String list(Collection<String> names) {
    return names.stream()
        .map(each -> "%22" + each + "%22")
        .collect(Collectors.joining(",", "%5B", "%5D"));
  }

  /**
   * Whether a symbol has or ever had a reference price; it may be null now and not a second later
   * (faqs/price_range_execution_rules.md).
   */
  public boolean isReferenced(String symbol) throws RestException {
    try {
      JsonNode answer = ask(trades, "/api/v3/referencePrice?symbol=" + symbol);
      return answer.path("code").asInt() != NO_REFERENCE_PRICE;
    } catch (RestException e) {
      if (e.code() == NO_REFERENCE_PRICE) {
        return false;
      }
      throw e;
    }
  }

  /** Returns if the venue answers at all. */
  public void ping() throws RestException {
    rest.get("/api/v3/ping");
  }

  /** The first 1,000 levels of each side of a book. */
  public FullBook book(Instrument instrument, long now) throws RestException {
    JsonNode answer =
        ask(rest, "/api/v3/depth?symbol=" + instrument.id().symbol() + "&limit=" + LEVELS);
    return new FullBook(
        instrument,
        now,
        answer.path("lastUpdateId").asLong(),
        levels(answer.path("bids"), instrument),
        levels(answer.path("asks"), instrument));
  }

  private static BookLevels levels(JsonNode list, Instrument instrument) {
    long[] pairs = new long[2 * list.size()];
    int count = 0;
    for (JsonNode each : list) {
      pairs[count++] = Decimals.parse(each.path(0).asText(), instrument.priceDecimals());
      pairs[count++] = Decimals.parse(each.path(1).asText(), instrument.quantityDecimals());
    }
    return BookLevels.of(pairs, list.size());
  }

  /** Where symbols stand, 20 at most for the least weight, as the venue says it. */
  public JsonNode tickers(Collection<String> names) throws RestException {
    return ask(rest, "/api/v3/ticker/24hr?symbols=" + list(names));
  }

  /** Up to 1,000 trades from a number of the venue on, oldest first. */
  public List<Trade> trades(Instrument instrument, long fromId) throws RestException {
    JsonNode answer =
        ask(
            trades,
            "/api/v3/historicalTrades?symbol="
                + instrument.id().symbol()
                + "&limit="
                + PAGE
                + "&fromId="
                + fromId);
    List<Trade> found = new ArrayList<>();
    for (JsonNode each : answer) {
      found.add(
          new Trade(
              instrument,
              VenueTime.nanos(each.path("time").asLong()),
              Decimals.parse(each.path("price").asText(), instrument.priceDecimals()),
              Decimals.parse(each.path("qty").asText(), instrument.quantityDecimals()),
              each.path("isBuyerMaker").asBoolean() ? AggressorSide.SELLER : AggressorSide.BUYER,
              each.path("id").asText()));
    }
    return found;
  }

  /**
   * Up to 1,000 candles that begin in a range of times, oldest first, those of a span in which
   * nothing was traded left out ("Kline/Candlestick data").
   *
   * @param length a length that the venue has, such as {@code 1m}
   * @param from the first instant, nanoseconds
   * @param until the first instant behind it, nanoseconds
   */
  public List<Bar> candles(Instrument instrument, BarInterval length, long from, long until)
      throws RestException {
    JsonNode answer =
        ask(
            rest,
            "/api/v3/klines?symbol="
                + instrument.id().symbol()
                + "&interval="
                + length
                + "&startTime="
                + VenueTime.millis(from)
                + "&endTime="
                + (VenueTime.millis(until) - 1)
                + "&limit="
                + PAGE);
    List<Bar> found = new ArrayList<>();
    for (JsonNode each : answer) {
      if (each.path(TRADES).asLong() > 0) {
        found.add(candle(instrument, length, each));
      }
    }
    return found;
  }

  private static Bar candle(Instrument instrument, BarInterval length, JsonNode each) {
    int prices = instrument.priceDecimals();
    return new Bar(
        instrument,
        length,
        VenueTime.nanos(each.path(0).asLong()) + length.nanos(),
        Decimals.parse(each.path(1).asText(), prices),
        Decimals.parse(each.path(2).asText(), prices),
        Decimals.parse(each.path(3).asText(), prices),
        Decimals.parse(each.path(4).asText(), prices),
        Decimals.parse(each.path(5).asText(), instrument.quantityDecimals()),
        true);
  }

  private static JsonNode ask(Rest rest, String path) throws RestException {
    String text = rest.get(path);
    try {
      return Json.read(text);
    } catch (JsonProcessingException e) {
      throw new RestException(
          path + " did not answer in JSON: " + e.getOriginalMessage(), 0, true, Duration.ZERO);
    }
  }
}
