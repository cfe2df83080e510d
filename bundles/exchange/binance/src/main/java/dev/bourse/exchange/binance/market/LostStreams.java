package dev.bourse.exchange.binance.market;

import dev.bourse.api.model.Instrument;
import dev.bourse.exchange.binance.net.BackOff;
import dev.bourse.exchange.binance.net.Worker;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Streams that the venue refused, or that it does not list among those of a connection: a gap of
 * their instruments says so, and they are asked for again. After a refusal that is done with
 * growing pauses, each time in two halves, so that one that the venue does not like does not keep
 * the others away. Any thread.
 */
final class LostStreams {
  private static final Logger LOG = LoggerFactory.getLogger(LostStreams.class);

  private final Worker worker;
  private final Object feed;
  private final Map<String, Followed> byStream;
  private final Connections connections;
  private final Gaps gaps;

  /** The pauses of those that were refused and not granted since; guarded by the feed. */
  private final Map<String, BackOff> refused = new HashMap<>();

  /**
   * None so far.
   *
   * @param feed guards what is followed
   * @param byStream what is followed
   */
  LostStreams(
      Worker worker,
      Object feed,
      Map<String, Followed> byStream,
      Connections connections,
      Gaps gaps) {
    this.worker = worker;
    this.feed = feed;
    this.byStream = byStream;
    this.connections = connections;
    this.gaps = gaps;
  }

  /** The venue refused streams of the connection in use. */
  void refused(List<String> streams, String reason) {
    Duration pause = Duration.ZERO;
    synchronized (feed) {
      List<String> news = streams.stream().filter(each -> !refused.containsKey(each)).toList();
      for (String each : streams) {
        pause = refused.computeIfAbsent(each, any -> new BackOff()).next(pause);
      }
      tell(news, "Binance refused them with " + reason);
    }
    int half = (streams.size() + 1) / 2;
    again(pause, streams.subList(0, half));
    again(pause, streams.subList(half, streams.size()));
  }

  private void again(Duration pause, List<String> streams) {
    if (!streams.isEmpty()) {
      worker.later(pause, () -> again(streams));
    }
  }

  /** One that is not followed any more is not asked for again. */
  private void again(List<String> streams) {
    List<String> wanted;
    synchronized (feed) {
      refused.keySet().retainAll(byStream.keySet());
      wanted = streams.stream().filter(refused::containsKey).toList();
    }
    if (!wanted.isEmpty()) {
      connections.follow(wanted);
    }
  }

  /** The venue granted streams. */
  void granted(List<String> streams) {
    synchronized (feed) {
      streams.forEach(refused::remove);
    }
  }

  /** The venue said which streams a connection brings. */
  void listed(StreamConnection connection, Set<String> streams) {
    List<String> absent;
    synchronized (feed) {
      absent =
          byStream.keySet().stream()
              .filter(each -> !streams.contains(each) && !refused.containsKey(each))
              .sorted()
              .toList();
      tell(absent, "Binance does not list them among those of the connection");
    }
    if (!absent.isEmpty()) {
      connection.follow(absent);
    }
  }

  private void tell(List<String> streams, String reason) {
    Set<Followed> concerned = new LinkedHashSet<>();
    streams.stream().map(byStream::get).filter(Objects::nonNull).forEach(concerned::add);
    for (Followed each : concerned) {
      Set<String> own = new LinkedHashSet<>(streams);
      own.removeIf(name -> !each.id.symbol().equals(symbol(name)));
      String sentence = own + " bring nothing: " + reason + "; they are asked for again";
      LOG.error("{}: {}", each.id, sentence);
      Instrument rules = each.rules;
      if (rules != null) {
        gaps.tell(each, rules, 0, sentence);
      }
    }
  }

  private String symbol(String stream) {
    Followed one = byStream.get(stream);
    return one == null ? "" : one.id.symbol();
  }
}
