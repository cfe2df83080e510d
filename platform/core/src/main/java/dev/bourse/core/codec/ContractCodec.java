package dev.bourse.core.codec;

import dev.bourse.api.model.Contract;
import dev.bourse.api.model.ContractKind;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.MarginBracket;
import dev.bourse.api.model.MarginMode;
import dev.bourse.api.model.MarginModel;
import dev.bourse.api.model.MarginTerms;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Rate;
import dev.bourse.api.model.VenueFilter;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What few instruments have, behind a byte of flags that stands where an older layout wrote only
 * whether it trades.
 */
final class ContractCodec {
  private static final int TRADING = 1;
  private static final int CONTRACT = 2;
  private static final int LARGEST = 4;
  private static final int BRACKETS = 8;
  private static final int FILTERS = 16;

  /** Behind the mode of an account that holds both sides of a contract. */
  private static final String HEDGED = " HEDGED";

  private final ValueCodec values;

  ContractCodec(ValueCodec values) {
    this.values = values;
  }

  void write(StateWriter out, Instrument instrument) {
    Contract contract = instrument.contract();
    Money largest = instrument.maxNotional();
    out.putByte(
        (instrument.trading() ? TRADING : 0)
            | (contract.isSpot() ? 0 : CONTRACT)
            | (largest == null ? 0 : LARGEST)
            | (contract.brackets().isEmpty() ? 0 : BRACKETS)
            | (instrument.filters().isEmpty() ? 0 : FILTERS));
    if (!contract.isSpot()) {
      out.putText(contract.kind().name());
      values.quantity(out, contract.size());
      out.putLong(contract.initialMargin().raw()).putLong(contract.maintenanceMargin().raw());
    }
    if (!contract.brackets().isEmpty()) {
      out.putInt(contract.brackets().size());
      for (MarginBracket each : contract.brackets()) {
        values.money(out, each.above());
        values.money(out.putLong(each.maintenance().raw()), each.less());
      }
    }
    if (largest != null) {
      values.money(out, largest);
    }
    if (!instrument.filters().isEmpty()) {
      filters(out, instrument.filters());
    }
  }

  private static void filters(StateWriter out, List<VenueFilter> filters) {
    out.putInt(filters.size());
    for (VenueFilter each : filters) {
      out.putText(each.name()).putInt(each.values().size());
      each.values().forEach((key, value) -> out.putText(key).putText(value));
    }
  }

  static List<VenueFilter> filters(int flags, StateReader in) {
    List<VenueFilter> filters = new ArrayList<>();
    for (int left = (flags & FILTERS) == 0 ? 0 : in.getInt(); left > 0; left--) {
      String name = in.getText();
      TreeMap<String, String> values = new TreeMap<>();
      for (int each = in.getInt(); each > 0; each--) {
        values.put(in.getText(), in.getText());
      }
      filters.add(new VenueFilter(name, values));
    }
    return filters;
  }

  void terms(StateWriter out, MarginTerms terms) {
    String mode = terms.mode().name() + (terms.hedged() ? HEDGED : "");
    out.putText(mode).putText(terms.model().name()).putInt(terms.leverage());
    out.putInt(terms.leverages().size());
    terms.leverages().forEach((id, leverage) -> out.putText(id.toString()).putInt(leverage));
  }

  MarginTerms terms(StateReader in) {
    String text = in.getText();
    boolean hedged = text.endsWith(HEDGED);
    MarginMode mode =
        MarginMode.valueOf(hedged ? text.substring(0, text.length() - HEDGED.length()) : text);
    MarginModel model = MarginModel.valueOf(in.getText());
    int leverage = in.getInt();
    TreeMap<InstrumentId, Integer> leverages = new TreeMap<>();
    for (int left = in.getInt(); left > 0; left--) {
      leverages.put(InstrumentId.of(in.getText()), in.getInt());
    }
    return new MarginTerms(mode, model, leverage, leverages, hedged);
  }

  static boolean isTrading(int flags) {
    return (flags & TRADING) != 0;
  }

  Contract contract(int flags, StateReader in) {
    if ((flags & CONTRACT) == 0) {
      return Contract.SPOT;
    }
    Contract contract =
        new Contract(
            ContractKind.valueOf(in.getText()),
            values.quantity(in),
            new Rate(in.getLong()),
            new Rate(in.getLong()));
    return (flags & BRACKETS) == 0 ? contract : contract.bracketed(brackets(in));
  }

  private List<MarginBracket> brackets(StateReader in) {
    List<MarginBracket> brackets = new ArrayList<>();
    for (int left = in.getInt(); left > 0; left--) {
      brackets.add(new MarginBracket(values.money(in), new Rate(in.getLong()), values.money(in)));
    }
    return brackets;
  }

  @Nullable Money largest(int flags, StateReader in) {
    return (flags & LARGEST) == 0 ? null : values.money(in);
  }
}
