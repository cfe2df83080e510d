package dev.bourse.control.shell.order;

import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.PositionId;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TimeInForce;
import dev.bourse.api.trader.TraderSnapshot;
import dev.bourse.control.shell.service.Refusal;
import dev.bourse.control.shell.text.Display;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An order as somebody typed it. */
record OrderRequest(
    String side,
    String quantity,
    String instrument,
    @Nullable String price,
    String tif,
    boolean postOnly,
    boolean reduceOnly,
    TriggerRequest waitsFor,
    @Nullable Duration life,
    String position) {

  /** The order for a trader that follows the instrument; refuses what cannot be meant. */
  OrderSpec spec(TraderSnapshot trader) {
    Instrument found = instrument(trader);
    Money amount = amount(found);
    OrderSpec spec =
        new OrderSpec(
            found,
            one(Side.class, "side", side),
            waitsFor.type(price != null),
            one(TimeInForce.class, "--tif", tif),
            amount == null ? found.quantity(quantity) : found.stepSize(),
            price == null ? null : found.price(price),
            postOnly,
            reduceOnly,
            waitsFor.trigger(found),
            0,
            null,
            amount,
            PositionId.of(position));
    return life == null ? spec : spec.until(Math.addExact(trader.time(), life.toNanos()));
  }

  /** The amount that was typed in place of a quantity, or null: {@code "100 USD"}. */
  private @Nullable Money amount(Instrument found) {
    String[] words = quantity.strip().split("\\s+", -1);
    if (words.length == 1) {
      return null;
    }
    if (words.length != 2 || !words[1].equals(found.quote().code())) {
      throw new Refusal(
          "\""
              + quantity
              + "\" must be a quantity of "
              + found.base()
              + ", like "
              + Display.quantity(found.minQuantity())
              + ", or an amount like \"100 "
              + found.quote()
              + "\".");
    }
    return Money.of(words[0], found.quote());
  }

  private Instrument instrument(TraderSnapshot trader) {
    InstrumentId id = InstrumentId.of(instrument);
    return trader.feeds().stream()
        .map(feed -> feed.instrument())
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal(
                    "Trader "
                        + trader.id()
                        + " does not follow "
                        + id
                        + ". See what it follows"
                        + " with: exchange:instruments "
                        + trader.id()));
  }

  private static <E extends Enum<E>> E one(Class<E> type, String what, String text) {
    return Arrays.stream(type.getEnumConstants())
        .filter(each -> each.name().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal(
                    what
                        + " \""
                        + text
                        + "\" must be one of "
                        + Arrays.stream(type.getEnumConstants())
                            .map(each -> each.name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "))
                        + "."));
  }
}
