package dev.bourse.exchange.simulated.venue;

import dev.bourse.api.model.Contract;
import dev.bourse.api.model.ContractKind;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.MarginBracket;
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
 * The bytes of what makes an instrument a contract; flags stand where an older layout wrote only
 * whether it trades.
 */
final class ContractRow {
  private static final int TRADING = 1;
  private static final int CONTRACT = 2;
  private static final int LARGEST = 4;
  private static final int BRACKETS = 8;
  private static final int FILTERS = 16;

  private ContractRow() {}

  static void put(StateWriter out, Instrument instrument) {
    Contract contract = instrument.contract();
    Money largest = instrument.maxNotional();
    int flags = instrument.trading() ? TRADING : 0;
    flags |= contract.isSpot() ? 0 : CONTRACT;
    flags |= largest == null ? 0 : LARGEST;
    flags |= contract.brackets().isEmpty() ? 0 : BRACKETS;
    flags |= instrument.filters().isEmpty() ? 0 : FILTERS;
    out.putByte(flags);
    if (!contract.isSpot()) {
      out.putText(contract.kind().name());
      Codec.put(out, contract.size());
      out.putLong(contract.initialMargin().raw()).putLong(contract.maintenanceMargin().raw());
    }
    if (!contract.brackets().isEmpty()) {
      out.putInt(contract.brackets().size());
      for (MarginBracket each : contract.brackets()) {
        Codec.put(out, each.above());
        Codec.put(out.putLong(each.maintenance().raw()), each.less());
      }
    }
    if (largest != null) {
      Codec.put(out, largest);
    }
    if (!instrument.filters().isEmpty()) {
      putFilters(out, instrument.filters());
    }
  }

  private static void putFilters(StateWriter out, List<VenueFilter> filters) {
    out.putInt(filters.size());
    for (VenueFilter each : filters) {
      out.putText(each.name()).putInt(each.values().size());
      each.values().forEach((key, value) -> out.putText(key).putText(value));
    }
  }

  static List<VenueFilter> getFilters(int flags, StateReader in) {
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

  static boolean isTrading(int flags) {
    return (flags & TRADING) != 0;
  }

  static Contract getContract(int flags, StateReader in) {
    if ((flags & CONTRACT) == 0) {
      return Contract.SPOT;
    }
    ContractKind kind = ContractKind.valueOf(in.getText());
    Contract contract =
        new Contract(kind, Codec.getQuantity(in), new Rate(in.getLong()), new Rate(in.getLong()));
    return (flags & BRACKETS) == 0 ? contract : contract.bracketed(getBrackets(in));
  }

  private static List<MarginBracket> getBrackets(StateReader in) {
    List<MarginBracket> brackets = new ArrayList<>();
    for (int left = in.getInt(); left > 0; left--) {
      brackets.add(
          new MarginBracket(Codec.getMoney(in), new Rate(in.getLong()), Codec.getMoney(in)));
    }
    return brackets;
  }

  static @Nullable Money getLargest(int flags, StateReader in) {
    return (flags & LARGEST) == 0 ? null : Codec.getMoney(in);
  }
}
