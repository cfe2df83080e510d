package dev.bourse.control.shell.order;

import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.OrderType;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Rate;
import dev.bourse.api.model.TrailingOffset;
import dev.bourse.api.model.Trigger;
import dev.bourse.control.shell.service.Refusal;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a typed order waits for; nothing if all is null.
 *
 * @param stop the price that must be passed against us
 * @param touch the price that must be touched in our favour
 * @param trail how far the trigger stays behind: {@code 1.5%}, {@code 50t} for ticks, or a price
 * @param limitOffset how much worse than a trailing trigger the limit is
 */
record TriggerRequest(
    @Nullable String stop,
    @Nullable String touch,
    @Nullable String trail,
    @Nullable String limitOffset) {

  /** The kind of order; refuses what cannot be meant. */
  OrderType type(boolean priced) {
    if (Stream.of(stop, touch, trail).filter(Objects::nonNull).count() > 1) {
      throw new Refusal("An order waits for one of --stop, --touch and --trail, not for several.");
    }
    if (limitOffset != null && trail == null) {
      throw new Refusal("--limit-offset belongs to --trail.");
    }
    if (trail != null && priced) {
      throw new Refusal(
          "The limit of a trailing order follows its trigger: use --limit-offset, not --price.");
    }
    if (stop != null) {
      return priced ? OrderType.STOP_LIMIT : OrderType.STOP_MARKET;
    }
    if (touch != null) {
      return priced ? OrderType.LIMIT_IF_TOUCHED : OrderType.MARKET_IF_TOUCHED;
    }
    if (trail != null) {
      return limitOffset == null ? OrderType.TRAILING_STOP_MARKET : OrderType.TRAILING_STOP_LIMIT;
    }
    return priced ? OrderType.LIMIT : OrderType.MARKET;
  }

  /** The trigger, null without one. */
  @Nullable Trigger trigger(Instrument instrument) {
    if (trail != null) {
      Trigger trigger = Trigger.trailing(offset("--trail", trail));
      return limitOffset == null
          ? trigger
          : trigger.withLimitOffset(offset("--limit-offset", limitOffset));
    }
    String price = stop != null ? stop : touch;
    return price == null ? null : Trigger.at(instrument.price(price));
  }

  private static TrailingOffset offset(String option, String text) {
    try {
      if (text.endsWith("%")) {
        BigDecimal percent = new BigDecimal(text.substring(0, text.length() - 1));
        return new TrailingOffset.ByShare(Rate.of(percent.movePointLeft(2).toPlainString()));
      }
      if (text.endsWith("t")) {
        int ticks = Integer.parseInt(text.substring(0, text.length() - 1));
        return new TrailingOffset.ByTicks(ticks);
      }
      return new TrailingOffset.ByPrice(Price.of(text));
    } catch (IllegalArgumentException e) {
      throw new Refusal(
          option
              + " \""
              + text
              + "\" must be above zero: a share like 1.5%, ticks like 50t, or a price like 10.00.");
    }
  }
}
