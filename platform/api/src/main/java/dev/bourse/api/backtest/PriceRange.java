package dev.bourse.api.backtest;

import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Price;

/**
 * The lowest and the highest price of an instrument from one of its fills to the next, both events
 * included. A bar in which something was filled counts whole on both sides.
 *
 * @param instrument the instrument
 * @param low the lowest price
 * @param high the highest price
 */
public record PriceRange(InstrumentId instrument, Price low, Price high) {}
