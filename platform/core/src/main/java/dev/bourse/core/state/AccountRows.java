package dev.bourse.core.state;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;
import dev.bourse.core.codec.RightsCodec;
import dev.bourse.core.codec.ValueCodec;
import dev.bourse.core.portfolio.FeeBook;
import dev.bourse.core.portfolio.FlowBook;
import dev.bourse.core.portfolio.PositionKey;
import java.util.Set;

/** What is saved of accounts beside their cash: terms, flows, what venues did by themselves. */
final class AccountRows {
  private AccountRows() {}

  static StateWriter save(TraderState state, ValueCodec values) {
    StateWriter out = new StateWriter();
    out.putText(state.flags.liquidated()).putInt(state.venueOrders.size());
    state.venueOrders.forEach(out::putText);
    var agreed = state.portfolio.allTerms();
    out.putInt(agreed.size());
    agreed.forEach((account, terms) -> values.terms(out.putText(account.value()), terms));
    var flows = state.portfolio.flows().all();
    out.putInt(flows.size());
    for (FlowBook.Flowed flowed : flows) {
      values.money(out.putText(flowed.account().value()).putText(flowed.kind()), flowed.amount());
    }
    accounts(out, state.compared);
    accounts(out, state.accepting.keySet());
    out.putInt(state.flags.differing().size());
    state.flags.differing().forEach((id, what) -> out.putText(id.value()).putText(what));
    state.doubts.saveAsked(out);
    out.putInt(state.flags.shortages().size());
    state.flags.shortages().forEach((id, what) -> out.putText(id.value()).putText(what));
    out.putInt(state.formerSales.size());
    state.formerSales.forEach(out::putText);
    state.accepting.values().forEach(out::putLong);
    if (!state.rights.isEmpty()) {
      out.putInt(state.rights.size());
      state.rights.forEach((id, rights) -> RightsCodec.write(out.putText(id.value()), rights));
    }
    return out;
  }

  static StateWriter save(FeeBook.Paid paid, ValueCodec values) {
    PositionKey owner = paid.owner();
    StateWriter out = new StateWriter();
    out.putText(owner.account().value()).putText(owner.strategy().value());
    values.money(out.putText(owner.instrument().toString()), paid.amount());
    if (paid.worth() != null) {
      values.money(out, paid.worth());
    }
    return out;
  }

  static FeeBook.Paid paid(StateReader in, ValueCodec values) {
    PositionKey owner =
        new PositionKey(
            new AccountId(in.getText()),
            new StrategyId(in.getText()),
            InstrumentId.of(in.getText()));
    Money paid = values.money(in);
    Money worth = in.remaining() > 0 ? values.money(in) : null;
    return new FeeBook.Paid(owner, paid, worth);
  }

  private static void accounts(StateWriter out, Set<AccountId> accounts) {
    out.putInt(accounts.size());
    accounts.forEach(each -> out.putText(each.value()));
  }

  /** What stores of former versions do not have. */
  private static void loadReconciled(TraderState state, StateReader in) {
    for (int left = in.getInt(); left > 0; left--) {
      state.compared.add(new AccountId(in.getText()));
    }
    for (int left = in.getInt(); left > 0; left--) {
      state.accepting.put(new AccountId(in.getText()), 0L);
    }
    for (int left = in.getInt(); left > 0; left--) {
      state.flags.differing(new AccountId(in.getText()), in.getText());
    }
    state.doubts.loadAsked(in);
    for (int left = in.remaining() > 0 ? in.getInt() : 0; left > 0; left--) {
      state.flags.shortage(new AccountId(in.getText()), in.getText());
    }
    for (int left = in.remaining() > 0 ? in.getInt() : 0; left > 0; left--) {
      state.formerSales.add(in.getText());
    }
    if (in.remaining() > 0) {
      state.accepting.replaceAll((account, since) -> in.getLong());
    }
    for (int left = in.remaining() > 0 ? in.getInt() : 0; left > 0; left--) {
      state.rights.put(new AccountId(in.getText()), RightsCodec.read(in));
    }
  }

  static void load(TraderState state, ValueCodec values, StateReader in) {
    state.flags.liquidated(in.getText());
    for (int left = in.getInt(); left > 0; left--) {
      state.venueOrders.add(in.getText());
    }
    for (int left = in.getInt(); left > 0; left--) {
      state.portfolio.terms(new AccountId(in.getText()), values.terms(in));
    }
    for (int left = in.getInt(); left > 0; left--) {
      AccountId account = new AccountId(in.getText());
      String kind = in.getText();
      state.portfolio.flows().put(new FlowBook.Flowed(account, kind, values.money(in)));
    }
    if (in.remaining() > 0) {
      loadReconciled(state, in);
    }
  }
}
