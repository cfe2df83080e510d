package dev.bourse.exchange.simulated.venue;

/**
 * How the venue treats everybody's orders.
 *
 * @param latency how long commands travel
 * @param fills at which prices and in which sizes orders fill
 * @param fees what trading costs
 * @param orders what the venue takes
 * @param margin how accounts that hold contracts are treated
 * @param history how long closed orders and fills can be asked for, nanoseconds
 */
public record VenueRules(
    LatencyRules latency,
    FillRules fills,
    FeeRules fees,
    OrderRules orders,
    MarginRules margin,
    long history) {}
