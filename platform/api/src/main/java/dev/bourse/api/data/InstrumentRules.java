package dev.bourse.api.data;

import dev.bourse.api.model.Contract;
import dev.bourse.api.model.ContractKind;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Decimals;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.MarginBracket;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Rate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rules of an instrument as keys and words, as data sets keep them and people write them. Pure
 * functions.
 */
public final class InstrumentRules {
  /** The keys that every instrument has, in the order in which people read them. */
  public static final List<String> KEYS =
      List.of(
          "instrument",
          "base",
          "base.decimals",
          "quote",
          "quote.decimals",
          "tick",
          "step",
          "min.quantity",
          "max.quantity",
          "min.notional",
          "maker.fee",
          "taker.fee");

  /** The keys that an instrument may have: what makes it a contract, and its largest order. */
  public static final List<String> OPTIONAL =
      List.of(
          "contract",
          "contract.size",
          "initial.margin",
          "maintenance.margin",
          "margin.brackets",
          "max.notional");

  private InstrumentRules() {}

  /**
   * Makes an instrument of its rules; throws {@link DataException} that names every key that is
   * missing or unknown, or the one whose value is wrong.
   *
   * @param rules the words, by key
   * @param version the version of the rules, 1 or more
   */
  public static Instrument read(Map<String, String> rules, int version) {
    require(rules);
    Currency base = currency(rules, "base");
    Currency quote = currency(rules, "quote");
    Price tick = value(rules, "tick", Price::of);
    Quantity step = value(rules, "step", Quantity::of);
    Function<String, Quantity> quantity =
        text -> new Quantity(Decimals.parse(text, step.decimals()), step.decimals());
    Quantity least = value(rules, "min.quantity", quantity);
    Quantity most = value(rules, "max.quantity", quantity);
    if (most.compareTo(least) < 0) {
      throw new DataException(
          "instrument rule max.quantity=" + most + " is below min.quantity=" + least);
    }
    InstrumentId id = value(rules, "instrument", InstrumentId::of);
    Contract contract = contract(rules, base, quote);
    Currency settlement = contract.isInverse() ? base : quote;
    Money notional = value(rules, "min.notional", text -> Money.of(text, settlement));
    Money largest = largest(rules, settlement);
    Rate maker = value(rules, "maker.fee", Rate::of);
    Rate taker = value(rules, "taker.fee", Rate::of);
    try {
      return new Instrument(
          id, version, base, quote, tick, step, least, most, notional, maker, taker, true, contract,
          largest);
    } catch (IllegalArgumentException e) {
      throw new DataException("instrument rules do not fit together: " + e.getMessage(), e);
    }
  }

  /**
   * What the optional keys say of the contract, spot without them; throws {@link DataException} for
   * a wrong value, and for a contract whose maintenance margin nobody told.
   */
  public static Contract contract(Map<String, String> rules, Currency base, Currency quote) {
    ContractKind kind = optional(rules, "contract", ContractKind.SPOT, InstrumentRules::kind);
    if (kind == ContractKind.SPOT) {
      for (String key :
          List.of("contract.size", "initial.margin", "maintenance.margin", "margin.brackets")) {
        if (rules.containsKey(key)) {
          throw new DataException(
              "instrument rule " + key + " is for contracts; add contract=linear or inverse");
        }
      }
      return Contract.SPOT;
    }
    if (!rules.containsKey("maintenance.margin")) {
      throw new DataException(
          "instrument rules are missing: maintenance.margin, which the venue publishes for every"
              + " contract");
    }
    Quantity size = optional(rules, "contract.size", Contract.SPOT.size(), Quantity::of);
    Rate initial = optional(rules, "initial.margin", new Rate(Rate.ONE), Rate::of);
    Rate maintenance = value(rules, "maintenance.margin", Rate::of);
    Currency settlement = kind == ContractKind.INVERSE ? base : quote;
    List<MarginBracket> brackets =
        optional(rules, "margin.brackets", List.of(), text -> brackets(text, settlement));
    try {
      return new Contract(kind, size, initial, maintenance, brackets);
    } catch (IllegalArgumentException e) {
      throw new DataException("instrument rules do not fit together: " + e.getMessage(), e);
    }
  }

  private static List<MarginBracket> brackets(String text, Currency settlement) {
    List<MarginBracket> brackets = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      String[] words = part.strip().split("[:/]", -1);
      if (words.length != 3) {
        throw new IllegalArgumentException(
            "\""
                + part.strip()
                + "\" must be notional:rate/amount, like 50000:0.005/50 for positions above 50000");
      }
      brackets.add(
          new MarginBracket(
              Money.of(words[0], settlement), Rate.of(words[1]), Money.of(words[2], settlement)));
    }
    return brackets;
  }

  /** The largest notional of an order, or null if the rules have none. */
  public static @Nullable Money largest(Map<String, String> rules, Currency settlement) {
    return rules.containsKey("max.notional")
        ? value(rules, "max.notional", text -> Money.of(text, settlement))
        : null;
  }

  private static ContractKind kind(String word) {
    return switch (word) {
      case "spot" -> ContractKind.SPOT;
      case "linear" -> ContractKind.LINEAR;
      case "inverse" -> ContractKind.INVERSE;
      default ->
          throw new IllegalArgumentException(
              "\"" + word + "\" must be one of spot, linear, inverse");
    };
  }

  private static <T> T optional(
      Map<String, String> rules, String key, T absent, Function<String, T> conversion) {
    return rules.containsKey(key) ? value(rules, key, conversion) : absent;
  }

  /** The rules of an instrument, without its version and whether it trades now. */
  public static Map<String, String> write(Instrument instrument) {
    Map<String, String> rules = new LinkedHashMap<>();
    rules.put("instrument", instrument.id().toString());
    rules.put("base", instrument.base().code());
    rules.put("base.decimals", String.valueOf(instrument.base().decimals()));
    rules.put("quote", instrument.quote().code());
    rules.put("quote.decimals", String.valueOf(instrument.quote().decimals()));
    rules.put("tick", instrument.tickSize().toString());
    rules.put("step", instrument.stepSize().toString());
    rules.put("min.quantity", instrument.minQuantity().toString());
    rules.put("max.quantity", instrument.maxQuantity().toString());
    rules.put("min.notional", instrument.minNotional().amount());
    rules.put("maker.fee", instrument.makerFee().toString());
    rules.put("taker.fee", instrument.takerFee().toString());
    Contract contract = instrument.contract();
    if (!contract.isSpot()) {
      rules.put("contract", contract.isInverse() ? "inverse" : "linear");
      rules.put("contract.size", contract.size().toString());
      rules.put("initial.margin", contract.initialMargin().toString());
      rules.put("maintenance.margin", contract.maintenanceMargin().toString());
      if (!contract.brackets().isEmpty()) {
        rules.put(
            "margin.brackets",
            contract.brackets().stream()
                .map(MarginBracket::toString)
                .collect(Collectors.joining(",")));
      }
    }
    Money largest = instrument.maxNotional();
    if (largest != null) {
      rules.put("max.notional", largest.amount());
    }
    return rules;
  }

  private static void require(Map<String, String> rules) {
    String missing =
        KEYS.stream().filter(key -> !rules.containsKey(key)).collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      throw new DataException("instrument rules are missing: " + missing);
    }
    String unknown =
        rules.keySet().stream()
            .filter(key -> !KEYS.contains(key) && !OPTIONAL.contains(key))
            .sorted()
            .collect(Collectors.joining(", "));
    if (!unknown.isEmpty()) {
      throw new DataException(
          "instrument rules are unknown: "
              + unknown
              + "; known are "
              + String.join(", ", KEYS)
              + ", "
              + String.join(", ", OPTIONAL));
    }
  }

  private static Currency currency(Map<String, String> rules, String key) {
    int decimals =
        value(rules, key + ".decimals", text -> Decimals.requireDecimals(Integer.parseInt(text)));
    return value(rules, key, code -> new Currency(code, decimals));
  }

  private static <T> T value(
      Map<String, String> rules, String key, Function<String, T> conversion) {
    String text = rules.getOrDefault(key, "").strip();
    try {
      return conversion.apply(text);
    } catch (NumberFormatException e) {
      throw new DataException(
          "instrument rule " + key + ": \"" + text + "\" is not a whole number", e);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new DataException("instrument rule " + key + ": " + e.getMessage(), e);
    }
  }
}
