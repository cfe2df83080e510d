package dev.bourse.exchange.binance.rules;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bourse.api.model.Instrument;
import dev.bourse.exchange.binance.rest.Publications;
import dev.bourse.exchange.binance.rest.RestException;
import dev.bourse.exchange.binance.rest.SymbolReader;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rules of symbols as last read. Any thread; reading blocks. */
public final class RuleBook {
  private static final Logger LOG = LoggerFactory.getLogger(RuleBook.class);

  private final Publications publications;
  private final SymbolReader reader;
  private final Versions versions;
  private final Map<String, SymbolRules> rules = new ConcurrentHashMap<>();
  private final Map<String, Description> descriptions = new ConcurrentHashMap<>();
  private final Map<String, Fees> fees = new ConcurrentHashMap<>();

  /** Symbols of which the venue said that they never had a reference price. */
  private final Set<String> unreferenced = ConcurrentHashMap.newKeySet();

  /** Symbols of which it was said that they could not be understood. */
  private final Set<String> unreadable = ConcurrentHashMap.newKeySet();

  private final List<Instrument> known;
  private final List<Consumer<JsonNode>> limits = new CopyOnWriteArrayList<>();
  private volatile Consumer<String> met = any -> {};
  private volatile Consumer<String> reread = any -> {};
  private volatile Consumer<Instrument> changed = any -> {};

  /**
   * A book without rules.
   *
   * @param known the newest rules that the trader knows, so that changes get rising versions
   */
  public RuleBook(Publications publications, SymbolReader reader, List<Instrument> known) {
    this.publications = publications;
    this.reader = reader;
    this.known = List.copyOf(known);
    this.versions = new Versions(known);
  }

  /** Who else is told what the venue says about its limits whenever rules are read. */
  public void onLimits(Consumer<JsonNode> listener) {
    limits.add(listener);
  }

  /**
   * Who is told of symbols whose rules were read for the first time, to find out their fees. Those
   * that the trader knows hold until the venue names others.
   */
  public void onSymbol(Consumer<String> listener) {
    known.forEach(each -> fees.put(each.id().symbol(), Fees.of(each)));
    met = listener;
  }

  /** Who is told of symbols whenever their rules were read. */
  public void onReading(Consumer<String> listener) {
    reread = listener;
  }

  /** Who is told of an instrument whose fees are others than before. */
  public void onFees(Consumer<Instrument> listener) {
    changed = listener;
  }

  /** The venue named the fees of a symbol. */
  public void fees(String symbol, Fees charged) {
    Instrument now;
    synchronized (this) {
      fees.put(symbol, charged);
      SymbolRules read = rules.get(symbol);
      if (read == null) {
        return;
      }
      now = versions.of(charged.on(read.instrument()));
      if (now.equals(read.instrument())) {
        return;
      }
      rules.put(symbol, read.of(now));
    }
    changed.accept(now);
  }

  /**
   * Reads the rules of symbols. One that cannot be understood keeps those it had, is left out of
   * the answer and said once; throws {@link IllegalArgumentException} if that is all that was asked
   * for.
   */
  public Map<String, SymbolRules> read(Collection<String> symbols) throws RestException {
    JsonNode answer = publications.symbols(symbols);
    limits.forEach(each -> each.accept(answer.path("rateLimits")));
    Map<String, SymbolRules> found = new TreeMap<>();
    for (JsonNode each : answer.path("symbols")) {
      String symbol = each.path("symbol").asText();
      boolean first = !rules.containsKey(symbol);
      try {
        found.put(symbol, take(reader.read(each), each, answer.path("exchangeFilters")));
      } catch (IllegalArgumentException | ArithmeticException e) {
        misread(symbol, symbols, e);
        continue;
      }
      unreadable.remove(symbol);
      if (first) {
        met.accept(symbol);
      }
      reread.accept(symbol);
    }
    return found;
  }

  private void misread(String symbol, Collection<String> asked, RuntimeException problem) {
    if (asked.size() == 1) {
      throw new IllegalArgumentException(problem.getMessage(), problem);
    } else if (unreadable.add(symbol)) {
      LOG.error("the rules of {} cannot be read: {}", symbol, problem.getMessage());
    }
  }

  private synchronized SymbolRules take(
      Instrument described, JsonNode symbol, JsonNode exchangeFilters) {
    String name = described.id().symbol();
    Fees charged = fees.get(name);
    Description before = descriptions.get(name);
    Description now = Description.of(symbol, exchangeFilters);
    Instrument published = described.filtered(now.published());
    Instrument instrument = charged == null ? published : charged.on(published);
    now = before == null ? now : now.with(before.own());
    SymbolRules read = SymbolRules.of(versions.of(instrument), now);
    descriptions.put(name, now);
    rules.put(name, read);
    return read;
  }

  /** The venue said which filters there are for the account on a symbol ({@code myFilters}). */
  public synchronized void filters(String symbol, JsonNode own) {
    Description known = descriptions.get(symbol);
    SymbolRules before = rules.get(symbol);
    if (known != null && before != null) {
      Description now = known.with(own);
      descriptions.put(symbol, now);
      rules.put(symbol, SymbolRules.of(before.instrument(), now));
    }
  }

  /**
   * Asks whether the venue may judge the prices of a symbol by a reference price. Until it has
   * answered that may be.
   */
  public void askReference(String symbol) throws RestException {
    unreferenced.remove(symbol);
    if (!publications.isReferenced(symbol)) {
      unreferenced.add(symbol);
    }
  }

  /**
   * Whether the venue judges the prices of a symbol by what was traded: since 2026-05 only if it
   * has no reference price (filters.md).
   */
  public boolean isJudgedByTrades(String symbol) {
    return unreferenced.contains(symbol);
  }

  /**
   * The venue does not have a symbol any more: its last rules, without trading; null if unknown.
   */
  public synchronized @Nullable Instrument closed(String symbol) {
    SymbolRules last = rules.get(symbol);
    if (last == null) {
      return null;
    }
    Instrument now = versions.of(Versions.closed(last.instrument()));
    rules.put(symbol, last.of(now));
    return now;
  }

  /** The rules of a symbol as last read, or null. */
  public @Nullable SymbolRules find(String symbol) {
    return rules.get(symbol);
  }

  /** The venue in the names of instruments. */
  public String venue() {
    return reader.venue();
  }
}
