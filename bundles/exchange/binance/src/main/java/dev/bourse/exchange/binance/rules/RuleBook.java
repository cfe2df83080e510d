package dev.bourse.exchange.binance.rules;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bourse.api.model.Instrument;
import dev.bourse.exchange.binance.rest.Publications;
import dev.bourse.exchange.binance.rest.RestException;
import dev.bourse.exchange.binance.rest.SymbolReader;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The rules of symbols as last read. Any thread; reading blocks. */
public final class RuleBook {
  private final Publications publications;
  private final SymbolReader reader;
  private final Versions versions;
  private final Map<String, SymbolRules> rules = new ConcurrentHashMap<>();
  private volatile Consumer<JsonNode> limits = any -> {};

  /**
   * A book without rules.
   *
   * @param known the newest rules that the trader knows, so that changes get rising versions
   */
  public RuleBook(Publications publications, SymbolReader reader, List<Instrument> known) {
    this.publications = publications;
    this.reader = reader;
    this.versions = new Versions(known);
  }

  /** Who is told what the venue says about its limits whenever rules are read. */
  public void onLimits(Consumer<JsonNode> listener) {
    limits = listener;
  }

  /**
   * Reads the rules of symbols; throws {@link IllegalArgumentException} if one of them cannot be
   * understood.
   */
  public Map<String, SymbolRules> read(Collection<String> symbols) throws RestException {
    JsonNode answer = publications.symbols(symbols);
    limits.accept(answer.path("rateLimits"));
    Map<String, SymbolRules> found = new TreeMap<>();
    for (JsonNode each : answer.path("symbols")) {
      SymbolRules read = SymbolRules.of(versions.of(reader.read(each)), each);
      found.put(read.instrument().id().symbol(), read);
    }
    rules.putAll(found);
    return found;
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
