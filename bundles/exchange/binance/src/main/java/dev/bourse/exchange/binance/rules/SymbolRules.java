package dev.bourse.exchange.binance.rules;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bourse.api.filter.OrderFilter;
import dev.bourse.api.filter.OrderFilters;
import dev.bourse.api.filter.Surroundings;
import dev.bourse.api.filter.Wanted;
import dev.bourse.api.model.Instrument;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the venue allows of a symbol. Immutable.
 *
 * @param instrument the symbol as an instrument, in its newest version
 * @param filters what orders must keep
 * @param orderTypes the kinds of order that it takes; empty if it does not say
 * @param forbidden what else it says that it does not take, in its own words
 * @param amends how often one order may be amended in its place; 0 if it does not say
 */
public record SymbolRules(
    Instrument instrument,
    List<OrderFilter> filters,
    Set<String> orderTypes,
    Set<String> forbidden,
    int amends) {
  private static final List<String> SWITCHES =
      List.of(
          "icebergAllowed",
          "quoteOrderQtyMarketAllowed",
          "allowTrailingStop",
          "cancelReplaceAllowed",
          "amendAllowed",
          "ocoAllowed",
          "otoAllowed");

  static SymbolRules of(Instrument instrument, Description description) {
    JsonNode symbol = description.symbol();
    Set<String> types = new TreeSet<>();
    symbol.path("orderTypes").forEach(each -> types.add(each.asText()));
    Set<String> forbidden = new TreeSet<>();
    SWITCHES.stream()
        .filter(each -> symbol.has(each) && !symbol.path(each).asBoolean())
        .forEach(forbidden::add);
    List<OrderFilter> filters = new ArrayList<>(OrderFilters.of(description.filters()));
    filters.addAll(description.assets(instrument.base().code(), instrument.quote().code()));
    return new SymbolRules(
        instrument, List.copyOf(filters), types, forbidden, description.amends());
  }

  /** The same rules of a newer version. */
  SymbolRules of(Instrument newer) {
    return new SymbolRules(newer, filters, orderTypes, forbidden, amends);
  }

  /** What is against sending the order, {@code NAME: key=value ...}; null if nothing is. */
  public @Nullable String problem(Wanted order, Surroundings around) {
    if (!orderTypes.isEmpty() && !orderTypes.contains(order.type())) {
      return "ORDER_TYPE: type=" + order.type() + " allowed=" + orderTypes;
    }
    String problem = order.shown() == null ? null : problem("icebergAllowed");
    if (problem == null && order.trailingDelta() != null) {
      problem = problem("allowTrailingStop");
    }
    if (problem == null && order.quantity() == null) {
      problem = problem("quoteOrderQtyMarketAllowed");
    }
    return problem == null ? OrderFilters.problem(filters, order, around) : problem;
  }

  /**
   * What is against amending an order in its place once more, or null.
   *
   * @param known how often that was done for certain
   */
  public @Nullable String amendProblem(int known) {
    return amends == 0 || known < amends
        ? null
        : "MAX_NUM_ORDER_AMENDS: amends=" + known + " max=" + amends;
  }

  /** Why the symbol does not allow something, or null if it does. */
  public @Nullable String problem(String what) {
    return forbidden.contains(what)
        ? "NOT_ALLOWED: symbol=" + instrument.id().symbol() + " " + what + "=false"
        : null;
  }
}
