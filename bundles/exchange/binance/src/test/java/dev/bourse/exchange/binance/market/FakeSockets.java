package dev.bourse.exchange.binance.market;

import dev.bourse.exchange.binance.net.Socket;
import dev.bourse.exchange.binance.net.SocketListener;
import dev.bourse.exchange.binance.net.Sockets;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Connections that a test opens, speaks on and ends. */
final class FakeSockets implements Sockets {
  private static final Pattern NAME = Pattern.compile("\"[a-z0-9]+@[^\"]+\"");

  /** One of them, as the venue sees it. */
  static final class Line implements Socket {
    final URI address;
    final SocketListener listener;
    final List<String> heard = new ArrayList<>();

    /** The streams that it brings, each in quotes. */
    final Set<String> streams = new TreeSet<>();

    /** Whether it grants each request when it comes. */
    boolean grantsAll;

    /** Whether it refuses all streams. */
    boolean refusesAll;

    boolean dropped;
    boolean breaks;
    boolean answers = true;

    /** What happens while something is sent. */
    Runnable onSend = () -> {};

    private Line(URI address, SocketListener listener) {
      this.address = address;
      this.listener = listener;
    }

    @Override
    public void send(String text) {
      heard.add(text);
      onSend.run();
      Set<String> named = new TreeSet<>();
      NAME.matcher(text).results().forEach(each -> named.add(each.group()));
      if (text.contains("UNSUBSCRIBE")) {
        streams.removeAll(named);
      } else {
        streams.addAll(named);
      }
      if (grantsAll && !text.contains("LIST_SUBSCRIPTIONS")) {
        listener.text("{\"result\":null,\"id\":" + heard.size() + "}");
      } else if (refusesAll && text.contains("\"SUBSCRIBE")) {
        refuses(2, "no");
      }
      if (answers && text.contains("LIST_SUBSCRIPTIONS")) {
        listener.text(
            "{\"result\":[" + String.join(",", streams) + "],\"id\":" + heard.size() + "}");
      }
    }

    @Override
    public void drop() {
      dropped = true;
      if (breaks) {
        throw new IllegalStateException("the connection cannot be dropped");
      }
    }

    void opens() {
      listener.opened(this);
    }

    /** Says what a stream brings. */
    void says(String stream, String data) {
      listener.text("{\"stream\":\"" + stream + "\",\"data\":" + data + "}");
    }

    /** Refuses the request that was heard last. */
    void refuses(int code, String message) {
      listener.text(
          "{\"code\":%d,\"msg\":\"%s\",\"id\":%d}".formatted(code, message, heard.size()));
    }

    /** Grants every request that was heard. */
    void grants() {
      for (int id = 1; id <= heard.size(); id++) {
        listener.text("{\"result\":null,\"id\":" + id + "}");
      }
    }
  }

  final List<Line> lines = new ArrayList<>();

  /** How many of the next attempts cannot even begin. */
  int broken;

  @Override
  public void open(URI address, SocketListener listener) {
    if (broken > 0) {
      broken--;
      throw new IllegalStateException("too many open files");
    }
    lines.add(new Line(address, listener));
  }

  /** The one that was asked for last. */
  Line last() {
    return lines.get(lines.size() - 1);
  }
}
