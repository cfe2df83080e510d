package dev.bourse.report.text;

import dev.bourse.api.backtest.BacktestResult;
import dev.bourse.api.model.Conversion;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What fees in a third currency were worth, in sentences. */
public final class FeeWords {
  private static final class Group {
    private int count;
    private final Money nothing;
    private Money paid;
    private @Nullable Money worth;
    private @Nullable Conversion first;
    private @Nullable Conversion last;

    Group(Money nothing) {
      this.nothing = nothing;
      this.paid = nothing;
    }

    void add(Fill fill, @Nullable Conversion conversion) {
      count++;
      paid = paid.plus(fill.fee());
      if (conversion != null) {
        worth = worth == null ? conversion.to() : worth.plus(conversion.to());
        first = first == null ? conversion : first;
        last = conversion;
      }
    }

    String sentence() {
      String fees = count + (count == 1 ? " fee" : " fees") + " of " + paid;
      if (worth == null || first == null || last == null) {
        return fees
            + ": nothing in this run has a price for "
            + nothing.currency()
            + ", so the profit of trades is before these fees";
      }
      String rates = count == 1 ? first.rate() : first.rate() + " to " + last.rate();
      return fees + " were worth " + worth + " when they were charged, at " + rates;
    }
  }

  private FeeWords() {}

  /** One sentence per currency and whether its fees were converted; empty for none. */
  public static List<String> of(BacktestResult result) {
    Map<String, Group> groups = new LinkedHashMap<>();
    for (Fill fill : result.fills()) {
      Conversion conversion = result.conversions().get(fill.fillId());
      if (conversion != null || isThird(fill)) {
        String to = conversion == null ? "" : conversion.to().currency().code();
        String key = fill.fee().currency().code() + " " + to;
        groups
            .computeIfAbsent(key, absent -> new Group(fill.fee().currency().zero()))
            .add(fill, conversion);
      }
    }
    List<String> sentences = new ArrayList<>();
    groups.values().forEach(group -> sentences.add(group.sentence()));
    return sentences;
  }

  /** The conversions of one trade in a line. */
  public static String of(List<Conversion> conversions) {
    return conversions.stream().map(Conversion::toString).collect(Collectors.joining("; "));
  }

  private static boolean isThird(Fill fill) {
    Instrument instrument = fill.instrument();
    boolean base = instrument.isSpot() && fill.fee().currency().equals(instrument.base());
    return fill.fee().signum() != 0
        && !base
        && !fill.fee().currency().equals(instrument.settlement());
  }
}
