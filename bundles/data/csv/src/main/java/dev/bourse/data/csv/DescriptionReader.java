package dev.bourse.data.csv;

import dev.bourse.api.data.DataException;
import dev.bourse.api.data.InstrumentRules;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.Contract;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Decimals;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Rate;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Makes a {@link Description} of the keys that somebody wrote; strict, in sentences. */
final class DescriptionReader {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,39}");
  private static final Map<Kind, List<String>> NEEDED =
      Map.of(
          Kind.TRADES, List.of("time", "price", "size"),
          Kind.QUOTES, List.of("time", "bid", "bid.size", "ask", "ask.size"),
          Kind.BARS, List.of("time", "open", "high", "low", "close", "volume"));
  private static final List<String> CONTRACT_EXTRAS = List.of("mark", "index", "funding.rate");
  private static final List<String> TRADE_EXTRAS = List.of("id", "side", "buyer.maker");

  private final Settings settings;
  private final Path path;

  private DescriptionReader(Settings settings, Path path) {
    this.settings = settings;
    this.path = path;
  }

  /**
   * Reads the text of a description; throws {@link DataException} with a sentence.
   *
   * @param path where it stands; a relative {@code file} is looked for beside it
   */
  static Description read(Path path, String text) {
    Settings settings = new Settings(path.toString(), text);
    DescriptionReader reader = new DescriptionReader(settings, path);
    Description description = reader.description();
    settings.requireNothingElse();
    return description;
  }

  private Description description() {
    Kind kind = settings.required("kind", Settings.word(Kind.class));
    Layout layout = kind == Kind.CAPTURE ? CaptureLines.LAYOUT : layout(kind);
    Description description =
        new Description(
            settings.required("name", DescriptionReader::name),
            file(),
            kind,
            layout,
            kind == Kind.CAPTURE ? CaptureLines.TIME : time(kind),
            instrument(),
            policies(kind));
    if (ContractColumns.isIn(layout) && description.instrument().isSpot()) {
      throw settings.wrong(
          layout.columns().containsKey("mark") ? "column.mark" : "column.funding.rate",
          "spot has neither mark price nor funding; say what contract it is, contract=linear");
    }
    return description;
  }

  private Path file() {
    Path file = settings.required("file", text -> Path.of(text));
    return path.toAbsolutePath().resolveSibling(file).normalize();
  }

  private Layout layout(Kind kind) {
    boolean header = settings.required("header", DescriptionReader::yes);
    Map<String, String> columns = new HashMap<>();
    for (String role : NEEDED.getOrDefault(kind, List.of())) {
      columns.put(role, settings.required("column." + role, text -> column(text, header)));
    }
    optional(CONTRACT_EXTRAS, columns, header);
    if (columns.containsKey("index") && !columns.containsKey("mark")) {
      throw settings.wrong("column.index", "it stands beside a mark price; name column.mark");
    }
    if (kind == Kind.TRADES) {
      optional(TRADE_EXTRAS, columns, header);
      if (columns.containsKey("side") && columns.containsKey("buyer.maker")) {
        throw settings.wrong("column.side", "column.buyer.maker says the same; keep one of them");
      }
    }
    byte delimiter = settings.optional("delimiter", "comma", DescriptionReader::delimiter);
    return new Layout(header, delimiter, columns);
  }

  private void optional(List<String> roles, Map<String, String> columns, boolean header) {
    for (String role : roles) {
      if (settings.value("column." + role) != null) {
        columns.put(role, settings.required("column." + role, text -> column(text, header)));
      }
    }
  }

  private TimeColumn time(Kind kind) {
    TimeUnits unit = settings.required("time.unit", Settings.word(TimeUnits.class));
    ZoneId zone =
        unit == TimeUnits.ISO
            ? settings.optional("time.zone", "UTC", DescriptionReader::zone)
            : ZoneOffset.UTC;
    if (kind != Kind.BARS) {
      return new TimeColumn(unit, TimeMeaning.EVENT, null, zone);
    }
    TimeMeaning meaning =
        settings.required(
            "time.means",
            text ->
                switch (text) {
                  case "open" -> TimeMeaning.OPEN;
                  case "close" -> TimeMeaning.CLOSE;
                  default ->
                      throw new IllegalArgumentException(
                          "\"" + text + "\" must be open or close: which end of the bar it is");
                });
    return new TimeColumn(unit, meaning, settings.required("bar", BarInterval::ofTime), zone);
  }

  private Instrument instrument() {
    Currency base = currency("base");
    Currency quote = currency("quote");
    InstrumentId id = settings.required("instrument", InstrumentId::of);
    Price tick = settings.required("tick", Price::of);
    Quantity step = settings.required("step", Quantity::of);
    Quantity least = settings.required("min.quantity", text -> quantity(text, step));
    Quantity most = settings.required("max.quantity", text -> quantity(text, step));
    Map<String, String> optional = optionalRules();
    Contract contract = InstrumentRules.contract(optional, base, quote);
    Currency settlement = contract.isInverse() ? base : quote;
    Money notional = settings.required("min.notional", text -> Money.of(text, settlement));
    Money largest = InstrumentRules.largest(optional, settlement);
    Rate maker = settings.required("maker.fee", Rate::of);
    Rate taker = settings.required("taker.fee", Rate::of);
    if (most.compareTo(least) < 0) {
      throw settings.wrong("max.quantity", most + " is below min.quantity " + least);
    }
    try {
      return new Instrument(
          id, 1, base, quote, tick, step, least, most, notional, maker, taker, true, contract,
          largest);
    } catch (IllegalArgumentException e) {
      throw settings.wrong("instrument", String.valueOf(e.getMessage()));
    }
  }

  private Map<String, String> optionalRules() {
    Map<String, String> rules = new HashMap<>();
    for (String key : InstrumentRules.OPTIONAL) {
      String text = settings.value(key);
      if (text != null) {
        rules.put(key, text);
      }
    }
    return rules;
  }

  private Currency currency(String key) {
    int decimals = settings.required(key + ".decimals", Settings.number(0, Decimals.MAX_DECIMALS));
    return settings.required(key, code -> new Currency(code, decimals));
  }

  private Policies policies(Kind kind) {
    int jump = settings.optional("max.jump", "10", Settings.number(2, 1_000_000));
    if (kind != Kind.TRADES && kind != Kind.CAPTURE) {
      Disorder fixed =
          kind == Kind.BARS
              ? Disorder.FAIL
              : settings.optional("disorder", "carry", Settings.word(Disorder.class));
      return new Policies(jump, ZeroAmounts.REFUSE, fixed, Repeats.KEEP);
    }
    return new Policies(
        jump,
        settings.optional("zero.amounts", "refuse", Settings.word(ZeroAmounts.class)),
        settings.optional("disorder", "carry", Settings.word(Disorder.class)),
        settings.optional("repeats", "skip", Settings.word(Repeats.class)));
  }

  private static Quantity quantity(String text, Quantity step) {
    return new Quantity(Decimals.parse(text, step.decimals()), step.decimals());
  }

  private static String name(String text) {
    if (!NAME.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "\""
              + text
              + "\" must be 1 to 40 letters, digits, '-', '_' or '.', and not begin with '-' or"
              + " '.'");
    }
    return text;
  }

  private static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "\"" + text + "\" must be a time zone, like UTC or America/New_York", e);
    }
  }

  private static boolean yes(String text) {
    return switch (text) {
      case "yes" -> true;
      case "no" -> false;
      default -> throw new IllegalArgumentException("\"" + text + "\" must be yes or no");
    };
  }

  private static String column(String text, boolean header) {
    if (!header) {
      return String.valueOf(Settings.number(1, Rows.MAX_COLUMNS).apply(text));
    }
    if (text.isEmpty()) {
      throw new IllegalArgumentException("it is empty; name the column as the header does");
    }
    return text;
  }

  private static byte delimiter(String text) {
    char found =
        switch (text) {
          case "comma" -> ',';
          case "semicolon" -> ';';
          case "tab" -> '\t';
          case "pipe" -> '|';
          case "space" -> ' ';
          default -> text.length() == 1 ? text.charAt(0) : '.';
        };
    if (",;\t| :".indexOf(found) < 0) {
      throw new IllegalArgumentException(
          "\"" + text + "\" must be comma, semicolon, tab, pipe, space or ':'");
    }
    return (byte) found;
  }
}
