package dev.bourse.core.signal;

import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Int128;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.Signal;
import dev.bourse.api.model.SignalReason;
import dev.bourse.api.model.SignalState;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A signal as bytes and back. Enumerations by name, amounts with their scale. */
final class SignalCodec {
  private SignalCodec() {}

  static void write(StateWriter out, LiveSignal live) {
    out.putText(live.id());
    signal(out, live.signal());
    quantity(out, live.size());
    out.putText(live.state().name()).putText(live.reason().name()).putText(live.detail());
    out.putLong(live.givenAt()).putLong(live.movedAt()).putLong(live.waitUntil());
    out.putLong(live.openedAt()).putLong(live.fillsBefore());
    money(out, live.earnedBefore());
    optional(out, live.entry(), (to, id) -> to.putText(id.value()));
    optional(out, live.exit(), (to, id) -> to.putText(id.value()));
  }

  static LiveSignal read(StateReader in) {
    return new LiveSignal(
        in.getText(),
        signal(in),
        quantity(in),
        SignalState.valueOf(in.getText()),
        SignalReason.valueOf(in.getText()),
        in.getText(),
        in.getLong(),
        in.getLong(),
        in.getLong(),
        in.getLong(),
        in.getLong(),
        money(in),
        optional(in, from -> new ClientOrderId(from.getText())),
        optional(in, from -> new ClientOrderId(from.getText())));
  }

  private static void signal(StateWriter out, Signal signal) {
    out.putText(signal.side().name());
    optional(out, signal.quantity(), SignalCodec::quantity);
    optional(out, signal.cost(), SignalCodec::money);
    optional(out, signal.entry(), SignalCodec::price);
    price(out, signal.takeProfit());
    price(out, signal.stopLoss());
    out.putLong(signal.lifetime().toSeconds()).putInt(signal.lifetime().toNanosPart());
    out.putText(signal.note());
  }

  private static Signal signal(StateReader in) {
    return new Signal(
        Side.valueOf(in.getText()),
        optional(in, SignalCodec::quantity),
        optional(in, SignalCodec::money),
        optional(in, SignalCodec::price),
        price(in),
        price(in),
        Duration.ofSeconds(in.getLong(), in.getInt()),
        in.getText());
  }

  private static void quantity(StateWriter out, Quantity quantity) {
    out.putLong(quantity.raw()).putInt(quantity.decimals());
  }

  private static Quantity quantity(StateReader in) {
    return new Quantity(in.getLong(), in.getInt());
  }

  private static void price(StateWriter out, Price price) {
    out.putLong(price.raw()).putInt(price.decimals());
  }

  private static Price price(StateReader in) {
    return new Price(in.getLong(), in.getInt());
  }

  private static void money(StateWriter out, Money money) {
    out.putLong(money.raw().hi()).putLong(money.raw().lo());
    out.putText(money.currency().code()).putInt(money.currency().decimals());
  }

  private static Money money(StateReader in) {
    Int128 raw = new Int128(in.getLong(), in.getLong());
    return new Money(raw, new Currency(in.getText(), in.getInt()));
  }

  private static <T> void optional(
      StateWriter out, @Nullable T value, BiConsumer<StateWriter, T> writer) {
    out.putBoolean(value != null);
    if (value != null) {
      writer.accept(out, value);
    }
  }

  private static <T> @Nullable T optional(StateReader in, Function<StateReader, T> reader) {
    return in.getBoolean() ? reader.apply(in) : null;
  }
}
