package dev.bourse.api.backtest;

import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Price;

/**
 * The first and the last price of an instrument on a day of a run, of quotes the middle.
 *
 * @param instrument the instrument
 * @param day days since 1970, UTC
 * @param first the price of the first event of the day
 * @param last the price of the last event of the day
 */
public record DayPrices(InstrumentId instrument, long day, Price first, Price last) {}
