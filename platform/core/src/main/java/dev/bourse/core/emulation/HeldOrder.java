package dev.bourse.core.emulation;

import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.OrderType;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TrailingOffset;
import dev.bourse.api.model.Trigger;
import dev.bourse.api.model.TriggerType;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One order that waits for its trigger. Once the trigger was passed it stays passed: an order that
 * cannot leave at that moment leaves as soon as it can.
 *
 * <p>A stop is passed at or beyond its trigger against us, an if-touched order at or beyond it in
 * our favour; with a DOUBLE type only by two prices in a row. A trailing stop follows the best
 * price seen since it was activated. Of a bar, the side that hurts is looked at first. Not
 * thread-safe.
 */
final class HeldOrder {
  private static final long NONE = Long.MIN_VALUE;

  final ClientOrderId id;
  private OrderSpec spec;
  private Trigger trigger;
  private final int needed;
  private long triggerRaw;
  private long bestRaw = NONE;
  private boolean active;
  private boolean activatesAbove;
  private boolean seen;
  private int hits;
  private boolean passed;

  HeldOrder(Order order) {
    id = order.id();
    spec = order.spec();
    trigger = Objects.requireNonNull(spec.trigger(), "a held order has a trigger");
    begin();
    boolean doubly =
        trigger.type() == TriggerType.DOUBLE_LAST || trigger.type() == TriggerType.DOUBLE_BID_ASK;
    needed = doubly ? 2 : 1;
  }

  private void begin() {
    Price price = trigger.price();
    triggerRaw = price == null ? NONE : price.raw();
    active = !spec.type().isTrailing() || price == null;
  }

  /** With another trigger it begins to watch anew; otherwise it knows what it has seen. */
  void change(OrderSpec wanted) {
    Trigger before = trigger;
    spec = wanted;
    trigger = Objects.requireNonNull(wanted.trigger(), "a held order has a trigger");
    if (!trigger.equals(before)) {
      bestRaw = NONE;
      seen = false;
      hits = 0;
      passed = false;
      begin();
    }
  }

  boolean isPassed() {
    return passed;
  }

  /** Looks at market data; true once the trigger is passed. */
  boolean watch(MarketEvent event) {
    if (!passed) {
      Sighting sighting = Sighting.of(event, spec.side(), trigger.type());
      if (sighting != null) {
        watch(sighting);
      }
    }
    return passed;
  }

  private void watch(Sighting sighting) {
    if (!active) {
      activate(sighting);
      return;
    }
    if (trigger.trailing() == null) {
      hit(sighting);
      return;
    }
    if (bestRaw != NONE) {
      hit(sighting);
    }
    if (!passed) {
      follow(trigger.trailing(), sighting);
    }
  }

  /** The activation price counts from whichever side the price comes. */
  private void activate(Sighting sighting) {
    if (!seen) {
      seen = true;
      activatesAbove = sighting.lastRaw() < triggerRaw;
    }
    active = activatesAbove ? sighting.highRaw() >= triggerRaw : sighting.lowRaw() <= triggerRaw;
    if (active) {
      bestRaw = sighting.lastRaw();
      trail(Objects.requireNonNull(trigger.trailing(), "only trailing orders are activated"));
    }
  }

  private boolean isSell() {
    return spec.side() == Side.SELL;
  }

  private void hit(Sighting sighting) {
    boolean falls = isSell() != spec.type().isIfTouched();
    boolean beyond = falls ? sighting.lowRaw() <= triggerRaw : sighting.highRaw() >= triggerRaw;
    hits = beyond ? hits + 1 : 0;
    passed = hits >= needed;
  }

  /** Follows the good side of the data; what came back of it within a bar counts at its end. */
  private void follow(TrailingOffset offset, Sighting sighting) {
    long best = isSell() ? sighting.highRaw() : sighting.lowRaw();
    boolean better = bestRaw == NONE || (isSell() ? best > bestRaw : best < bestRaw);
    if (better) {
      bestRaw = best;
      trail(offset);
      hit(new Sighting(sighting.lastRaw(), sighting.lastRaw(), sighting.lastRaw()));
    }
  }

  private void trail(TrailingOffset offset) {
    Instrument instrument = spec.instrument();
    long distance = offset.distance(instrument.price(bestRaw), instrument).raw();
    triggerRaw = isSell() ? bestRaw - distance : bestRaw + distance;
  }

  /** The limit of what it becomes, null for a market order. */
  @Nullable Price limit() {
    TrailingOffset offset = trigger.limitOffset();
    if (spec.type() != OrderType.TRAILING_STOP_LIMIT || offset == null) {
      return spec.price();
    }
    Instrument instrument = spec.instrument();
    long distance = offset.distance(instrument.price(triggerRaw), instrument).raw();
    return instrument.price(isSell() ? triggerRaw - distance : triggerRaw + distance);
  }

  /** The trigger as it stands now, null for a trailing order that has seen no price. */
  @Nullable Price triggerPrice() {
    return triggerRaw == NONE ? null : spec.instrument().price(triggerRaw);
  }

  void save(StateWriter out) {
    out.putLong(triggerRaw).putLong(bestRaw).putBoolean(active).putBoolean(activatesAbove);
    out.putBoolean(seen).putInt(hits).putBoolean(passed);
  }

  void load(StateReader in) {
    triggerRaw = in.getLong();
    bestRaw = in.getLong();
    active = in.getBoolean();
    activatesAbove = in.getBoolean();
    seen = in.getBoolean();
    hits = in.getInt();
    passed = in.getBoolean();
  }
}
