package dev.bourse.exchange.simulated.venue;

import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.TimeInForce;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.concurrent.TimeUnit;

/**
 * What the venue takes and how long it keeps it.
 *
 * @param rejectStopInMarket whether a conditional order that its trigger would set off at once is
 *     refused
 * @param day the time zone whose midnight ends DAY orders
 * @param selfTrade what happens between orders of this venue
 */
public record OrderRules(boolean rejectStopInMarket, ZoneId day, SelfTrade selfTrade) {
  /** When an order that arrives at a time ends by itself, {@link Long#MAX_VALUE} for never. */
  long endOf(OrderSpec spec, long time) {
    if (spec.timeInForce() == TimeInForce.GTD) {
      return spec.expiresAt();
    }
    if (spec.timeInForce() != TimeInForce.DAY) {
      return Long.MAX_VALUE;
    }
    ZonedDateTime now =
        Instant.ofEpochSecond(Math.floorDiv(time, TimeUnit.SECONDS.toNanos(1))).atZone(day);
    ZonedDateTime midnight = now.toLocalDate().plusDays(1).atStartOfDay(day);
    return Math.multiplyExact(midnight.toEpochSecond(), TimeUnit.SECONDS.toNanos(1));
  }
}
