package dev.bourse.exchange.binance.market;

import dev.bourse.api.model.Instrument;

/**
 * A minute as the venue tells it (web-socket-streams.md, "Kline/Candlestick Streams"). Prices and
 * volume are scaled by the instrument's decimals.
 *
 * @param instrument what was traded
 * @param start where it begins, nanoseconds
 * @param first the number of its first trade, -1 for none
 * @param last the number of its last trade, -1 for none
 * @param count how many trades it has so far
 * @param open the first price
 * @param high the highest price
 * @param low the lowest price
 * @param close the last price
 * @param volume what was traded of the base currency
 * @param over whether nothing more belongs to it
 */
record Kline(
    Instrument instrument,
    long start,
    long first,
    long last,
    long count,
    long open,
    long high,
    long low,
    long close,
    long volume,
    boolean over) {}
