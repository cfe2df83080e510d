package dev.bourse.exchange.binance.market;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The answer to a request over a connection: granted, or an error in one of its two shapes. */
final class Answer {
  private long id = -1;
  private long code;
  private String message = "";
  private boolean granted;
  private @Nullable Set<String> listed;

  /** Takes a field whose value the parser is at. */
  void take(String name, JsonToken value, JsonParser in) throws IOException {
    switch (name) {
      case "id" -> id = value == JsonToken.VALUE_NUMBER_INT ? in.getLongValue() : -1;
      case "result" -> result(value, in);
      case "code" -> code = in.getLongValue();
      case "msg" -> message = in.getText();
      case "error" -> error(value, in);
      default -> in.skipChildren();
    }
  }

  private void result(JsonToken value, JsonParser in) throws IOException {
    granted = true;
    if (value != JsonToken.START_ARRAY) {
      in.skipChildren();
      return;
    }
    listed = new HashSet<>();
    for (JsonToken each = in.nextToken(); each != JsonToken.END_ARRAY; each = in.nextToken()) {
      if (each == JsonToken.VALUE_STRING) {
        listed.add(in.getText());
      } else {
        in.skipChildren();
      }
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
    } else if (listed != null) {
      frames.listed(id, listed);
    } else if (granted) {
      frames.granted(id);
    }
  }
}
