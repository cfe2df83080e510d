package dev.bourse.exchange.binance.market;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.bourse.api.model.Instrument;
import dev.bourse.exchange.binance.rest.VenueTime;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads the inner object of a kline event, the parser standing at its beginning. */
final class KlineReader {
  private long start;
  private long first;
  private long last;
  private long count;
  private long open;
  private long high;
  private long low;
  private long close;
  private long volume;
  private boolean over;

  @Nullable Kline read(JsonParser in, Instrument rules) throws IOException {
    start = -1;
    for (JsonToken token = in.nextToken(); token == JsonToken.FIELD_NAME; token = in.nextToken()) {
      String name = in.currentName();
      JsonToken value = in.nextToken();
      if (value.isStructStart() || name.length() != 1) {
        in.skipChildren();
      } else {
        letter(name.charAt(0), in, rules);
      }
    }
    return start < 0
        ? null
        : new Kline(rules, start, first, last, count, open, high, low, close, volume, over);
  }

  private void letter(char name, JsonParser in, Instrument rules) throws IOException {
    int prices = rules.priceDecimals();
    switch (name) {
      case 't' -> start = VenueTime.nanos(in.getLongValue());
      case 'f' -> first = in.getLongValue();
      case 'L' -> last = in.getLongValue();
      case 'n' -> count = in.getLongValue();
      case 'o' -> open = FrameReader.number(in, prices);
      case 'h' -> high = FrameReader.number(in, prices);
      case 'l' -> low = FrameReader.number(in, prices);
      case 'c' -> close = FrameReader.number(in, prices);
      case 'v' -> volume = FrameReader.number(in, rules.quantityDecimals());
      case 'x' -> over = in.getBooleanValue();
      default -> in.skipChildren();
    }
  }
}
