package dev.bourse.core.strategy;

import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.BarInterval;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.OmsType;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the state knows of a strategy: a value.
 *
 * @param id the instance
 * @param type its plug-in's type
 * @param version the plug-in's version when it was bound last
 * @param parametersHash its parameters when it was bound last
 * @param account where its orders go
 * @param instruments what it trades
 * @param bar its bars, separated by commas, empty for none
 * @param allotment what it may use, empty for all
 * @param bound whether it is there
 * @param oms whether it has one position of an instrument, or several by name
 */
public record StrategyEntry(
    StrategyId id,
    String type,
    String version,
    String parametersHash,
    AccountId account,
    List<InstrumentId> instruments,
    String bar,
    String allotment,
    boolean bound,
    OmsType oms) {
  private static final int BOUND = 1;
  private static final int HEDGES = 2;

  /** The entry that a bind makes. */
  public static StrategyEntry of(LifecycleEvent.StrategyBound event) {
    return new StrategyEntry(
        event.strategy(),
        event.type(),
        event.version(),
        event.parametersHash(),
        event.account(),
        event.instruments(),
        event.bar(),
        event.allotment(),
        true,
        event.oms());
  }

  /** The same entry with the plug-in there or away. */
  public StrategyEntry bound(boolean there) {
    return new StrategyEntry(
        id, type, version, parametersHash, account, instruments, bar, allotment, there, oms);
  }

  /** Its bars in the order of its file, none if it has none. */
  public List<BarInterval> intervals() {
    return BarInterval.all(bar);
  }

  /** What it may use of a currency, empty for all of it; throws if the text is no amount. */
  public Optional<Money> allotmentIn(Currency currency) {
    if (allotment.isBlank()) {
      return Optional.empty();
    }
    String[] words = allotment.strip().split("\\s+", -1);
    if (words.length != 2) {
      throw new IllegalArgumentException(
          "allotment \"" + allotment + "\" must be an amount and a currency, like 5000 USD");
    }
    return words[1].equals(currency.code())
        ? Optional.of(Money.of(words[0], currency))
        : Optional.empty();
  }

  /** Writes everything. */
  public void save(StateWriter out) {
    out.putText(id.value()).putText(type).putText(version).putText(parametersHash);
    out.putText(account.value()).putText(bar).putText(allotment);
    out.putByte((bound ? BOUND : 0) | (oms == OmsType.HEDGING ? HEDGES : 0));
    out.putInt(instruments.size());
    instruments.forEach(each -> out.putText(each.toString()));
  }

  /** Reads what {@link #save} wrote. */
  public static StrategyEntry load(StateReader in) {
    StrategyId id = new StrategyId(in.getText());
    String type = in.getText();
    String version = in.getText();
    String hash = in.getText();
    AccountId account = new AccountId(in.getText());
    String bar = in.getText();
    String allotment = in.getText();
    int flags = in.getByte();
    List<InstrumentId> instruments = new ArrayList<>();
    for (int left = in.getInt(); left > 0; left--) {
      instruments.add(InstrumentId.of(in.getText()));
    }
    return new StrategyEntry(
        id,
        type,
        version,
        hash,
        account,
        List.copyOf(instruments),
        bar,
        allotment,
        (flags & BOUND) != 0,
        (flags & HEDGES) != 0 ? OmsType.HEDGING : OmsType.NETTING);
  }
}
