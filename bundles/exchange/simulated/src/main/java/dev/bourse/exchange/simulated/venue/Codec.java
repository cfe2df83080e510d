package dev.bourse.exchange.simulated.venue;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Int128;
import dev.bourse.api.model.Liquidity;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Rate;
import dev.bourse.api.model.Side;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;

/**
 * The bytes of values. Every number carries its scale. Enum constants are written by name, so that
 * their order may change.
 */
final class Codec {
  private Codec() {}

  static void put(StateWriter out, Int128 value) {
    out.putLong(value.hi()).putLong(value.lo());
  }

  static Int128 getInt128(StateReader in) {
    long hi = in.getLong();
    return new Int128(hi, in.getLong());
  }

  static void put(StateWriter out, Currency currency) {
    out.putText(currency.code()).putByte(currency.decimals());
  }

  static Currency getCurrency(StateReader in) {
    String code = in.getText();
    return new Currency(code, in.getByte());
  }

  static void put(StateWriter out, Money money) {
    put(out, money.currency());
    put(out, money.raw());
  }

  static Money getMoney(StateReader in) {
    Currency currency = getCurrency(in);
    return new Money(getInt128(in), currency);
  }

  static void put(StateWriter out, Price price) {
    out.putLong(price.raw()).putByte(price.decimals());
  }

  static Price getPrice(StateReader in) {
    long raw = in.getLong();
    return new Price(raw, in.getByte());
  }

  static void put(StateWriter out, Quantity quantity) {
    out.putLong(quantity.raw()).putByte(quantity.decimals());
  }

  static Quantity getQuantity(StateReader in) {
    long raw = in.getLong();
    return new Quantity(raw, in.getByte());
  }

  static void put(StateWriter out, Instrument instrument) {
    out.putText(instrument.id().toString()).putInt(instrument.version());
    put(out, instrument.base());
    put(out, instrument.quote());
    put(out, instrument.tickSize());
    put(out, instrument.stepSize());
    put(out, instrument.minQuantity());
    put(out, instrument.maxQuantity());
    put(out, instrument.minNotional());
    out.putLong(instrument.makerFee().raw()).putLong(instrument.takerFee().raw());
    ContractRow.put(out, instrument);
  }

  static Instrument getInstrument(StateReader in) {
    InstrumentId id = InstrumentId.of(in.getText());
    int version = in.getInt();
    Currency base = getCurrency(in);
    Currency quote = getCurrency(in);
    Price tick = getPrice(in);
    Quantity step = getQuantity(in);
    Quantity least = getQuantity(in);
    Quantity most = getQuantity(in);
    Money notional = getMoney(in);
    Rate maker = new Rate(in.getLong());
    Rate taker = new Rate(in.getLong());
    int flags = in.getByte();
    return new Instrument(
        id,
        version,
        base,
        quote,
        tick,
        step,
        least,
        most,
        notional,
        maker,
        taker,
        ContractRow.isTrading(flags),
        ContractRow.getContract(flags, in),
        ContractRow.getLargest(flags, in),
        ContractRow.getFilters(flags, in));
  }

  static void put(StateWriter out, Fill fill) {
    out.putText(fill.fillId()).putText(fill.orderId().value()).putText(fill.account().value());
    put(out, fill.instrument());
    out.putText(fill.side().name());
    put(out, fill.price());
    put(out, fill.quantity());
    put(out, fill.fee());
    out.putText(fill.liquidity().name()).putLong(fill.eventTime()).putBoolean(fill.provisional());
  }

  static Fill getFill(StateReader in) {
    return new Fill(
        in.getText(),
        new ClientOrderId(in.getText()),
        new AccountId(in.getText()),
        getInstrument(in),
        Side.valueOf(in.getText()),
        getPrice(in),
        getQuantity(in),
        getMoney(in),
        Liquidity.valueOf(in.getText()),
        in.getLong(),
        in.getBoolean());
  }
}
