package dev.bourse.exchange.binance.market;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bourse.api.model.Instrument;
import dev.bourse.exchange.binance.net.Worker;
import dev.bourse.exchange.binance.rest.Publications;
import dev.bourse.exchange.binance.rest.RestException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices a stream that says nothing on a connection that says something. One that is silent for
 * long is held against another of the same symbol that tells of the same changes, and at most once
 * a minute against what the venue says over REST. One that is stale is left and asked for again,
 * and if that does not help, the connection is replaced. On the worker.
 */
final class StaleStreams {
  private static final Logger LOG = LoggerFactory.getLogger(StaleStreams.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);

  /** The venue takes the same weight for one symbol and for twenty. */
  private static final int SYMBOLS_AT_ONCE = 20;

  private final FeedSettings settings;
  private final Publications publications;
  private final Worker worker;
  private final Object feed;
  private final Supplier<Collection<Followed>> followed;
  private final Connections connections;
  private final MissedTrades missed;
  private final Gaps gaps;
  private final BiConsumer<Instrument, String> misfits;

  /**
   * Looks at nothing yet.
   *
   * @param feed guards what is followed
   * @param followed what is followed
   * @param misfits told of rules that what the venue says does not fit, and of what it says
   */
  StaleStreams(
      FeedSettings settings,
      Publications publications,
      Worker worker,
      Object feed,
      Supplier<Collection<Followed>> followed,
      Connections connections,
      MissedTrades missed,
      Gaps gaps,
      BiConsumer<Instrument, String> misfits) {
    this.settings = settings;
    this.publications = publications;
    this.worker = worker;
    this.feed = feed;
    this.followed = followed;
    this.connections = connections;
    this.missed = missed;
    this.gaps = gaps;
    this.misfits = misfits;
  }

  /** Looks from now on. */
  void begin() {
    worker.later(settings.silence().dividedBy(2), this::look);
  }

  /** Goes on whatever happens: a stream that nobody watches may end unseen. */
  private void look() {
    try {
      if (connections.isWhole()) {
        judge(silent());
      }
    } finally {
      begin();
    }
  }

  private List<Followed> silent() {
    List<Followed> silent = new ArrayList<>();
    long now = worker.now();
    synchronized (feed) {
      for (Followed each : followed.get()) {
        boolean trades = each.rules != null && each.rules.trading();
        if (trades && now >= each.hearing.nextLook && !silent(each).isEmpty()) {
          each.hearing.nextLook = now + BETWEEN_LOOKS.toNanos();
          silent.add(each);
        }
      }
    }
    return silent;
  }

  private Set<StreamName> silent(Followed one) {
    Set<StreamName> silent = EnumSet.noneOf(StreamName.class);
    StreamName.followed(settings).stream().filter(each -> isSilent(one, each)).forEach(silent::add);
    return silent;
  }

  private boolean isSilent(Followed one, StreamName name) {
    return one.hearing.isSilent(name, worker.now(), settings.silence().toNanos());
  }

  private void judge(List<Followed> silent) {
    boolean away = false;
    for (int i = 0; i < silent.size(); i += SYMBOLS_AT_ONCE) {
      List<Followed> some = silent.subList(i, Math.min(silent.size(), i + SYMBOLS_AT_ONCE));
      Map<String, JsonNode> rows = away ? null : rows(some);
      away = rows == null; // asked for the others too, all that is to be done would wait for it
      Map<String, JsonNode> known = rows == null ? Map.of() : rows;
      some.forEach(each -> judge(each, known.get(each.id.symbol())));
    }
  }

  /** Null if the venue does not say. */
  private @Nullable Map<String, JsonNode> rows(List<Followed> some) {
    Map<String, JsonNode> rows = new TreeMap<>();
    try {
      publications
          .tickers(some.stream().map(each -> each.id.symbol()).toList())
          .forEach(each -> rows.put(each.path("symbol").asText(), each));
    } catch (RestException e) {
      LOG.debug("whether streams are silent without a reason is not known: {}", e.getMessage());
      return null;
    }
    return rows;
  }

  private void judge(Followed one, @Nullable JsonNode row) {
    Set<StreamName> stale;
    boolean first;
    synchronized (feed) {
      Instrument rules = one.left ? null : one.rules;
      if (rules == null) {
        return;
      }
      stale = stale(one, rules, row);
      if (stale.isEmpty()) {
        return;
      }
      one.hearing.proven(stale, worker.now(), BETWEEN_LOOKS);
      first = one.hearing.proofs == 1;
      if (first) {
        tell(one, rules, stale);
      }
    }
    List<String> names = stale.stream().map(each -> each.of(one.id.symbol())).toList();
    if (first) {
      connections.renew(names);
    } else {
      connections.replace(names + " say nothing though there is news");
    }
  }

  private Set<StreamName> stale(Followed one, Instrument rules, @Nullable JsonNode row) {
    Set<StreamName> silent = silent(one);
    Set<StreamName> stale = EnumSet.noneOf(StreamName.class);
    Ticker ticker = row == null ? null : ticker(row, rules);
    if (ticker != null
        && silent.contains(StreamName.BOOK_TICKER)
        && one.hearing.isQuoteOld(ticker, worker.now())) {
      stale.add(StreamName.BOOK_TICKER);
      stale.add(StreamName.DEPTH);
    }
    if (ticker != null && isTradeMissed(one, ticker)) {
      stale.add(StreamName.TRADE);
      stale.add(StreamName.KLINE);
    }
    stale.addAll(one.hearing.leftBehind(silent));
    stale.retainAll(silent);
    return stale;
  }

  private @Nullable Ticker ticker(JsonNode row, Instrument rules) {
    try {
      return Ticker.of(row, rules, worker.now());
    } catch (IllegalArgumentException e) {
      misfits.accept(rules, String.valueOf(e.getMessage()));
      return null;
    }
  }

  /** Whether trades were missed while their stream was silent; then they are fetched. */
  private boolean isTradeMissed(Followed one, Ticker ticker) {
    long first = one.hearing.missed(ticker, one.lastTrade);
    if (first < 0 || one.filling || !isSilent(one, StreamName.TRADE)) {
      return false;
    }
    missed.fetch(one, first, ticker.lastTrade() + 1);
    return true;
  }

  /** Trades that were not heard are fetched; what else was not heard is lost. */
  private void tell(Followed one, Instrument rules, Set<StreamName> stale) {
    LOG.warn("streams {} of {} say nothing though there is news: asked for anew", stale, one.id);
    if (stale.contains(StreamName.BOOK_TICKER) || stale.contains(StreamName.DEPTH)) {
      gaps.tell(
          one,
          rules,
          0,
          "Binance has other prices than its streams told for "
              + settings.silence().toSeconds()
              + " s and more: they are asked for anew");
    }
  }
}
