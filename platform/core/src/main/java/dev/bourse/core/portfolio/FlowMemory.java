package dev.bourse.core.portfolio;

import dev.bourse.api.event.AccountEvent.CashFlow;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.Money;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;
import dev.bourse.core.codec.ValueCodec;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which of the flows that a venue's history lists are in the books already. The history names them
 * otherwise than the venue's events do, so one is told from the other by currency, amount and time,
 * each for one only. What cannot be told apart explains nothing: people decide then.
 */
public final class FlowMemory {
  private final Map<AccountId, KnownFlows> accounts = new TreeMap<>();

  private KnownFlows of(AccountId account) {
    return accounts.computeIfAbsent(account, each -> new KnownFlows());
  }

  /**
   * An event tells of a flow; false if a report brought it already, so that it must not count.
   *
   * @param now our time
   */
  public boolean told(CashFlow flow, long now) {
    return of(flow.account()).told(flow, now);
  }

  /**
   * The flows that make a difference of a balance: what the history lists of the currency and the
   * books do not have, if that is the difference to the last digit; else none.
   *
   * @param history what the venue's history lists
   * @param difference what the venue has more than the books
   */
  public List<CashFlow> explaining(AccountId account, List<CashFlow> history, Money difference) {
    KnownFlows known = accounts.get(account);
    return known == null ? List.of() : known.explaining(history, difference);
  }

  /**
   * A flow of the history counts: an event that tells of it later must not.
   *
   * @param until the venue's time of the report whose balances have it
   */
  public void booked(CashFlow flow, long until) {
    of(flow.account()).booked(flow, until);
  }

  /**
   * A report changed a balance by this much, for no reason that was told: what tells of the same
   * later must not count.
   *
   * @param until the venue's time of the report
   */
  public void taken(AccountId account, Money difference, long until) {
    of(account).taken(difference, until);
  }

  /** A balance is the venue's: what its history lists of the currency is in the books. */
  public void settled(AccountId account, String currency, List<CashFlow> history) {
    of(account).settled(currency, history);
  }

  /** All balances are the venue's at this time: what its history lists from before is of no use. */
  public void agreed(AccountId account, long time) {
    of(account).agreed(time);
  }

  /** Whether we heard of a flow after this time of ours. */
  public boolean isHeardAfter(AccountId account, long time) {
    KnownFlows known = accounts.get(account);
    return known != null && known.isHeardAfter(time);
  }

  /** Whether there is nothing to save. */
  public boolean isEmpty() {
    return accounts.isEmpty();
  }

  /** Saves. */
  public StateWriter save(ValueCodec values) {
    StateWriter out = new StateWriter().putInt(accounts.size());
    accounts.forEach((id, known) -> known.save(out.putText(id.value()), values));
    return out;
  }

  /** Loads. */
  public void load(StateReader in, ValueCodec values) {
    for (int left = in.getInt(); left > 0; left--) {
      of(new AccountId(in.getText())).load(in, values);
    }
  }
}
