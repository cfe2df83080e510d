package dev.bourse.exchange.binance.market;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** The answer to a request over a connection: granted, or an error in one of its two shapes. */
final class Answer {
  private long id = -1;
  private long code;
  private String message = "";
  private boolean granted;

  /** Takes a field whose value the parser is at. */
  void take(String name, JsonToken value, JsonParser in) throws IOException {
    switch (name) {
      case "id" -> id = value == JsonToken.VALUE_NUMBER_INT ? in.getLongValue() : -1;
      case "result" -> {
        granted = true;
        in.skipChildren();
      }
      case "code" -> code = in.getLongValue();
      case "msg" -> message = in.getText();
      case "error" -> error(value, in);
      default -> in.skipChildren();
    }
  }

  private void error(JsonToken value, JsonParser in) throws IOException {
    if (value != JsonToken.START_OBJECT) {
      in.skipChildren();
      return;
    }
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String name = in.currentName();
      take(name, in.nextToken(), in);
    }
  }

  void tell(Frames frames) {
    if (!message.isEmpty()) {
      frames.refused(id, code, message);
    } else if (granted) {
      frames.granted(id);
    }
  }
}
