package dev.bourse.exchange.binance.market;

import dev.bourse.api.event.Bar;
import dev.bourse.api.event.BookDifference;
import dev.bourse.api.event.InstrumentListed;
import dev.bourse.api.event.Quote;
import dev.bourse.api.event.ServiceChanged;
import dev.bourse.api.event.ServiceChanged.Service;
import dev.bourse.api.event.Trade;
import dev.bourse.api.exchange.EventSink;
import dev.bourse.api.exchange.MarketDataClient;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.exchange.binance.net.BackOff;
import dev.bourse.exchange.binance.net.Sockets;
import dev.bourse.exchange.binance.net.Worker;
import dev.bourse.exchange.binance.rest.Publications;
import dev.bourse.exchange.binance.rest.RestException;
import dev.bourse.exchange.binance.rules.RuleBook;
import dev.bourse.exchange.binance.rules.SymbolRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Market data of instruments: their rules first, then trades, best bids and offers, and books if
 * asked for. What comes twice, as while a connection is replaced, is passed on once. Any thread.
 */
public final class MarketFeed implements MarketDataClient, StreamOwner, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MarketFeed.class);
  private static final int NO_SUCH_SYMBOL = -1121;

  /** Of a connection (web-socket-streams.md, "WebSocket Limits"). */
  private static final int MOST_STREAMS = 1024;

  private final AccountId account;
  private final FeedSettings settings;
  private final EventSink events;
  private final Worker worker;
  private final RuleBook rules;
  private final Connections connections;
  private final RuleWatch watch;
  private final Gaps gaps;
  private final LostStreams lost;
  private final MissedTrades missed;
  private final KlineCheck klines;
  private final FullBooks books;
  private final Candles candles;
  private final Map<InstrumentId, Followed> followed = new TreeMap<>();
  private final Map<String, Followed> byStream = new HashMap<>();

  /**
   * A feed that follows nothing yet.
   *
   * @param account whose people hear that no data comes
   * @param rules where the rules of symbols are read
   */
  public MarketFeed(
      AccountId account,
      FeedSettings settings,
      RuleBook rules,
      EventSink events,
      Publications publications,
      Sockets sockets,
      Worker worker) {
    this.account = account;
    this.settings = settings;
    this.events = events;
    this.rules = rules;
    this.worker = worker;
    this.connections = new Connections(settings, this, sockets, worker, this::streams);
    this.watch = new RuleWatch(rules, worker, settings.reread(), this::described, this::changed);
    this.gaps = new Gaps(worker, events);
    this.missed = new MissedTrades(publications, worker, events, gaps, this, watch::misfit);
    this.klines = new KlineCheck(missed, worker, gaps);
    this.books = new FullBooks(publications, worker, events, gaps, this, watch::misfit);
    this.lost = new LostStreams(worker, this, byStream, connections, gaps);
    this.candles = new Candles(publications, worker);
    rules.onFees(each -> worker.soon(() -> changed(each)));
    watch.begin();
    new RestProbe(
            publications,
            worker,
            why -> service(Service.REQUESTS, false, why),
            () -> service(Service.REQUESTS, true, ""))
        .begin();
    new StaleStreams(
            settings,
            publications,
            worker,
            this,
            followed::values,
            connections,
            missed,
            gaps,
            watch::misfit)
        .begin();
  }

  private void service(Service service, boolean works, String why) {
    events.accept(new ServiceChanged(account, service, works, why, worker.now()));
  }

  /** The instruments whose rules are known. */
  public synchronized List<Instrument> instruments() {
    List<Instrument> known = new ArrayList<>();
    followed.values().stream().map(each -> each.rules).forEach(each -> add(known, each));
    return known;
  }

  private static void add(List<Instrument> known, @Nullable Instrument rules) {
    if (rules != null) {
      known.add(rules);
    }
  }

  private synchronized Collection<String> streams() {
    return byStream.keySet().stream().sorted().toList();
  }

  @Override
  public synchronized void subscribe(InstrumentId instrument) {
    if (!instrument.venue().equals(settings.venue())) {
      throw new IllegalArgumentException(
          instrument
              + " is not at this venue; its instruments are named like BTCUSDT."
              + settings.venue());
    }
    if (!followed.containsKey(instrument)) {
      roomFor(instrument);
      followed.put(instrument, new Followed(instrument));
      BackOff pauses = new BackOff();
      worker.soon(() -> introduce(instrument, pauses));
    }
  }

  private void roomFor(InstrumentId instrument) {
    int each = StreamName.followed(settings).size();
    int most = MOST_STREAMS / each;
    if (followed.size() >= most) {
      throw new IllegalArgumentException(
          instrument
              + " has no room: Binance tells at most "
              + MOST_STREAMS
              + " streams over a connection, which are "
              + most
              + " instruments with "
              + each
              + " streams each; follow fewer, give books=off or klines=off, or use a second account");
    }
  }

  @Override
  public void unsubscribe(InstrumentId instrument) {
    List<String> streams;
    synchronized (this) {
      Followed gone = followed.remove(instrument);
      if (gone == null) {
        return;
      }
      gone.left = true;
      streams = gone.streams(settings);
      streams.forEach(byStream::remove);
    }
    connections.leave(streams);
  }

  @Override
  public CompletableFuture<List<Bar>> bars(
      Instrument instrument, BarInterval interval, long after, long through) {
    return candles.ask(instrument, interval, after, through);
  }

  /** The symbols that are followed. */
  public synchronized List<String> symbols() {
    return followed.keySet().stream().map(InstrumentId::symbol).toList();
  }

  private void introduce(InstrumentId id, BackOff pauses) {
    try {
      SymbolRules read = rules.read(List.of(id.symbol())).get(id.symbol());
      if (read == null) {
        LOG.error("Binance does not describe {}: no data of it will come until it does", id);
        worker.later(settings.reread(), () -> introduce(id, pauses));
        return;
      }
      List<String> streams = known(id, read.instrument());
      if (!streams.isEmpty()) {
        connections.follow(streams);
      }
    } catch (RestException e) {
      if (e.code() == NO_SUCH_SYMBOL) {
        LOG.error("Binance has no symbol {}: no data of it will come", id.symbol());
        forget(id);
      } else {
        LOG.warn("the rules of {} are not known: {}; asking again", id, e.getMessage());
        worker.later(pauses.next(e.patience()), () -> introduce(id, pauses));
      }
    } catch (RuntimeException e) {
      LOG.error("{}: no data of it will come until it is described otherwise", e.getMessage());
      worker.later(settings.reread(), () -> introduce(id, pauses));
    }
  }

  /** Reports do not ask for what the venue does not have: they would fail. */
  private synchronized void forget(InstrumentId id) {
    followed.remove(id);
  }

  /** Its rules are known: tells them, and the streams that are to come. */
  private synchronized List<String> known(InstrumentId id, Instrument instrument) {
    Followed one = followed.get(id);
    if (one == null) {
      return List.of();
    }
    one.rules = instrument;
    events.accept(new InstrumentListed(instrument, worker.now()));
    List<String> streams = one.streams(settings);
    streams.forEach(each -> byStream.put(each, one));
    one.hearing.begin(StreamName.followed(settings), worker.now());
    return streams;
  }

  private List<String> described() {
    return instruments().stream().map(each -> each.id().symbol()).toList();
  }

  private synchronized void changed(Instrument read) {
    Followed one = followed.get(read.id());
    if (one != null && one.rules != null && !read.equals(one.rules)) {
      one.ruled(read);
      events.accept(new InstrumentListed(read, worker.now()));
    }
  }

  @Override
  public synchronized @Nullable Instrument instrument(String stream) {
    Followed one = byStream.get(stream);
    return one == null ? null : one.rules;
  }

  @Override
  public synchronized void trade(Trade trade, long id) {
    Followed one = followed.get(trade.instrument().id());
    if (one != null) {
      one.hearing.heard(StreamName.TRADE, worker.now());
      missed.trade(one, trade, id);
    }
  }

  @Override
  public synchronized void quote(Quote quote, long updateId) {
    Followed one = followed.get(quote.instrument().id());
    if (one == null) {
      return;
    }
    one.hearing.heard(StreamName.BOOK_TICKER, worker.now());
    boolean anew = Recount.isSeen(one.lastTicker, one.quotedAt, updateId, quote.eventTime());
    if (anew) {
      LOG.warn(
          "the venue began to number the quotes of {} anew: {} after {}",
          one.id,
          updateId,
          one.lastTicker);
    }
    if (anew || updateId > one.lastTicker) {
      one.lastTicker = updateId;
      one.quotedAt = quote.eventTime();
      one.hearing.quoted(quote);
      events.accept(quote);
    }
  }

  @Override
  public synchronized void kline(Kline kline) {
    Followed one = followed.get(kline.instrument().id());
    if (one != null) {
      one.hearing.heard(StreamName.KLINE, worker.now());
      klines.told(one, kline, () -> judge(one, kline));
    }
  }

  /** The stream of trades that brings none is asked for once more: that does no harm. */
  private void judge(Followed one, Kline kline) {
    boolean silent;
    synchronized (this) {
      silent = followed.get(one.id) == one && klines.judge(one, kline, () -> judge(one, kline));
    }
    if (silent) {
      connections.follow(List.of(StreamName.TRADE.of(one.id.symbol())));
    }
  }

  @Override
  public synchronized void difference(BookDifference difference) {
    Followed one = followed.get(difference.instrument().id());
    if (one != null) {
      one.hearing.heard(StreamName.DEPTH, worker.now());
      books.difference(one, difference);
    }
  }

  @Override
  public void misfit(Instrument instrument, String what) {
    watch.misfit(instrument, what);
  }

  @Override
  public void flows(boolean works, String why) {
    service(Service.MARKET_DATA, works, why);
  }

  @Override
  public void opened(StreamConnection connection) {
    synchronized (this) {
      long now = worker.now();
      followed.values().forEach(each -> each.hearing.begin(StreamName.followed(settings), now));
    }
    connections.opened(connection);
  }

  @Override
  public void granted(List<String> streams) {
    lost.granted(streams);
  }

  @Override
  public void refused(StreamConnection connection, List<String> streams, String reason) {
    if (!connections.refused(connection, reason)) {
      lost.refused(streams, reason);
    }
  }

  @Override
  public void listed(StreamConnection connection, Set<String> streams) {
    lost.listed(connection, streams);
  }

  @Override
  public void settled(StreamConnection connection) {
    connections.settled(connection);
  }

  @Override
  public void closing(StreamConnection connection) {
    connections.closing(connection);
  }

  @Override
  public void ended(StreamConnection connection, String reason) {
    connections.ended(connection, reason);
  }

  @Override
  public void close() {
    connections.close();
    worker.end();
  }
}
