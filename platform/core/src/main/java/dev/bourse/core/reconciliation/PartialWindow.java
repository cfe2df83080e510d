package dev.bourse.core.reconciliation;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Liquidity;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A venue tells executions of a limited time only, so what it tells may not add up to the position
 * that it says. The executions are cut to the present life of the position, or one is put before or
 * in the place of them, so that they do. Its id is made of what it stands for.
 */
final class PartialWindow {
  private final AccountId account;
  private final Instrument instrument;
  private final Held target;
  private final Set<ClientOrderId> working;

  private PartialWindow(Fill any, Held target, Set<ClientOrderId> working) {
    this.account = any.account();
    this.instrument = any.instrument();
    this.target = target;
    this.working = working;
  }

  /**
   * The executions that make the position, oldest first.
   *
   * @param fills executions of one contract, oldest first
   * @param target the position at the venue
   * @param working orders that still work there: their executions stay whatever else is put right
   */
  static List<Fill> adjust(List<Fill> fills, Held target, Set<ClientOrderId> working) {
    if (fills.isEmpty() || target.isFlat()) {
      return fills;
    }
    return new PartialWindow(fills.get(0), target, working).adjusted(fills);
  }

  private List<Fill> adjusted(List<Fill> fills) {
    List<Fill> life = presentLife(fills);
    Held made = made(life);
    if (made.matches(target)) {
      return life;
    }
    boolean whole = life.size() == fills.size();
    Fill opening = whole ? opening(life, made) : null;
    if (opening != null) {
      List<Fill> adjusted = new ArrayList<>(List.of(opening));
      adjusted.addAll(life);
      return adjusted;
    }
    return replaced(fills, life);
  }

  private static Held made(List<Fill> fills) {
    Held made = Held.NOTHING;
    for (Fill fill : fills) {
      made = made.after(fill);
    }
    return made;
  }

  /** What came after the position was last flat; of an execution through zero the part beyond. */
  private static List<Fill> presentLife(List<Fill> fills) {
    List<Fill> life = new ArrayList<>();
    Held made = Held.NOTHING;
    for (Fill fill : fills) {
      Held after = made.after(fill);
      boolean through = made.signed().signum() * after.signed().signum() < 0;
      if (through) {
        life.clear();
        life.add(part(fill, Held.size(fill.instrument(), after.signed())));
      } else {
        life.add(fill);
      }
      made = after;
      if (made.isFlat()) {
        life.clear();
      }
    }
    return life;
  }

  /** What must have been there before; null if that would not be the beginning of the position. */
  private @Nullable Fill opening(List<Fill> life, Held made) {
    BigDecimal missing = target.signed().subtract(made.signed());
    Price price = ReconcilePrice.of(instrument, made, target);
    if (price == null || missing.signum() != target.signed().signum()) {
      return null;
    }
    Fill first = life.get(0);
    ClientOrderId order =
        new ClientOrderId(GeneratedId.of("S-", "opening", first.fillId(), target));
    return synthetic(order, missing, price, first.eventTime() - 1);
  }

  /** Nothing adds up: one execution for all of the present life but of orders that still work. */
  private List<Fill> replaced(List<Fill> fills, List<Fill> life) {
    List<Fill> kept = fills.stream().filter(fill -> working.contains(fill.orderId())).toList();
    Held rest = made(kept);
    BigDecimal missing = target.signed().subtract(rest.signed());
    Price price = ReconcilePrice.of(instrument, rest, target);
    if (price == null || missing.signum() == 0) {
      return fills;
    }
    Fill first = life.isEmpty() ? fills.get(fills.size() - 1) : life.get(0);
    List<Fill> adjusted = new ArrayList<>();
    adjusted.add(synthetic(first.orderId(), missing, price, first.eventTime()));
    adjusted.addAll(kept);
    return adjusted;
  }

  private Fill synthetic(ClientOrderId order, BigDecimal missing, Price price, long time) {
    Quantity size = Held.size(instrument, missing);
    return new Fill(
        GeneratedId.of("S-", "fill", order, missing, price),
        order,
        account,
        instrument,
        missing.signum() > 0 ? Side.BUY : Side.SELL,
        price,
        size,
        instrument.settlement().zero(),
        Liquidity.UNKNOWN,
        time,
        false);
  }

  /** The last part of an execution: its fee is shared by size. */
  private static Fill part(Fill whole, Quantity size) {
    return new Fill(
        whole.fillId(),
        whole.orderId(),
        whole.account(),
        whole.instrument(),
        whole.side(),
        whole.price(),
        size,
        whole.fee().share(size, whole.quantity(), RoundingMode.HALF_EVEN),
        whole.liquidity(),
        whole.eventTime(),
        whole.provisional());
  }
}
