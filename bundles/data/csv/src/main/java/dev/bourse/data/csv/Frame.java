package dev.bourse.data.csv;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.bourse.api.event.BookLevels;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One message of Binance's streams, bare or with the stream's name around it, or one answer with a
 * full book. What it does not say is null, or -1.
 */
final class Frame {
  private final NumberColumn price;
  private final NumberColumn size;
  private final Place place;
  private long[] pairs = new long[256];

  String type = "";
  @Nullable String symbol;
  long firstUpdate;
  long lastUpdate;
  long updateBefore;
  boolean full;
  @Nullable BookLevels bids;
  @Nullable BookLevels asks;
  @Nullable String bid;
  @Nullable String bidSize;
  @Nullable String ask;
  @Nullable String askSize;
  @Nullable String tradePrice;
  @Nullable String tradeSize;
  @Nullable String tradeId;
  @Nullable Boolean buyerIsMaker;

  Frame(NumberColumn price, NumberColumn size, Place place) {
    this.price = price;
    this.size = size;
    this.place = place;
  }

  /** Reads the object that the parser stands at. */
  void read(JsonParser in) throws IOException {
    type = "";
    symbol = null;
    firstUpdate = lastUpdate = updateBefore = -1;
    full = false;
    bids = asks = null;
    bid = bidSize = ask = askSize = null;
    tradePrice = tradeSize = tradeId = null;
    buyerIsMaker = null;
    fields(in);
  }

  private void fields(JsonParser in) throws IOException {
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String name = in.currentName();
      JsonToken value = in.nextToken();
      if (value == JsonToken.START_OBJECT && name.equals("data")) {
        fields(in);
      } else if (value == JsonToken.START_ARRAY) {
        levels(name, in);
      } else if (value != null && value.isScalarValue() && value != JsonToken.VALUE_NULL) {
        scalar(name, in);
      } else {
        in.skipChildren();
      }
    }
  }

  private void levels(String name, JsonParser in) throws IOException {
    switch (name) {
      case "b", "bids" -> bids = levels(in);
      case "a", "asks" -> asks = levels(in);
      default -> in.skipChildren();
    }
  }

  private void scalar(String name, JsonParser in) throws IOException {
    switch (name) {
      case "e" -> type = in.getText();
      case "s" -> symbol = in.getText();
      case "U" -> firstUpdate = number(name, in);
      case "u" -> lastUpdate = number(name, in);
      case "pu" -> updateBefore = number(name, in);
      case "lastUpdateId" -> {
        lastUpdate = number(name, in);
        full = true;
      }
      case "b" -> bid = in.getText();
      case "B" -> bidSize = in.getText();
      case "a" -> ask = in.getText();
      case "A" -> askSize = in.getText();
      case "p" -> tradePrice = in.getText();
      case "q" -> tradeSize = in.getText();
      case "t" -> tradeId = in.getText();
      case "m" -> buyerIsMaker = in.currentToken() == JsonToken.VALUE_TRUE;
      default -> {
        // a field of another kind of message, or one that we do not need
      }
    }
  }

  private long number(String name, JsonParser in) throws IOException {
    if (in.currentToken() != JsonToken.VALUE_NUMBER_INT) {
      throw place.bad(name + " " + in.getText() + " is not a whole number");
    }
    return in.getLongValue();
  }

  /** Pairs of price and size, each pair an array of texts. */
  private BookLevels levels(JsonParser in) throws IOException {
    int count = 0;
    while (in.nextToken() == JsonToken.START_ARRAY) {
      if (2 * count == pairs.length) {
        pairs = Arrays.copyOf(pairs, 4 * count);
      }
      in.nextToken();
      pairs[2 * count] = CaptureLines.above(price, in.getText(), place);
      in.nextToken();
      pairs[2 * count + 1] = CaptureLines.notBelow(size, in.getText(), place);
      count++;
      for (JsonToken more = in.nextToken(); more != JsonToken.END_ARRAY; more = in.nextToken()) {
        in.skipChildren(); // some venues say more of a level
      }
    }
    return BookLevels.of(pairs, count);
  }
}
