package dev.bourse.core.codec;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Conversion;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;
import dev.bourse.api.trace.TurnResult;
import java.util.ArrayList;
import java.util.List;

/** What fees in third currencies were worth, as bytes. */
final class FeeCodec {
  /** The tag of the result. */
  static final int TAG = 25;

  private final ValueCodec values;

  FeeCodec(ValueCodec values) {
    this.values = values;
  }

  void write(StateWriter out, TurnResult.FeeConverted fee) {
    out.putByte(TAG).putText(fee.account().value()).putText(fee.strategy().value());
    out.putText(fee.instrument().toString()).putText(fee.orderId().value()).putText(fee.fillId());
    values.money(out, fee.fee());
    Conversion conversion = fee.conversion();
    out.putInt(conversion == null ? 0 : conversion.legs().size());
    if (conversion != null) {
      values.money(out, conversion.to());
      for (Conversion.Leg leg : conversion.legs()) {
        values.price(out.putText(leg.instrument().toString()), leg.price());
        out.putBoolean(leg.inverse()).putLong(leg.time());
      }
    }
  }

  TurnResult.FeeConverted read(StateReader in) {
    AccountId account = new AccountId(in.getText());
    StrategyId strategy = new StrategyId(in.getText());
    InstrumentId instrument = InstrumentId.of(in.getText());
    ClientOrderId order = new ClientOrderId(in.getText());
    String fill = in.getText();
    Money fee = values.money(in);
    int legs = in.getInt();
    Conversion conversion = legs == 0 ? null : conversion(fee, legs, in);
    return new TurnResult.FeeConverted(account, strategy, instrument, order, fill, fee, conversion);
  }

  private Conversion conversion(Money fee, int count, StateReader in) {
    Money to = values.money(in);
    List<Conversion.Leg> legs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      legs.add(
          new Conversion.Leg(
              InstrumentId.of(in.getText()), values.price(in), in.getBoolean(), in.getLong()));
    }
    return new Conversion(fee, to, legs);
  }
}
