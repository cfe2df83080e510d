/**
 * A local venue that speaks the protocol of Binance's spot market, on the loopback address.
 *
 * <p>{@link dev.bourse.venue.binance.LocalVenue} starts one. In a plain test, with this module and
 * {@code bourse-exchange-simulated} in test scope:
 *
 * <pre>{@code
 * VenueSettings settings =
 *     VenueSettings.local()
 *         .with(new VenueAccount("alice", "10000 USDT,1 BTC", ApiKey.hmac("alicekey", "secret")));
 * try (LocalVenue venue = LocalVenue.start(new SimulatedExchangeFactory(), settings)) {
 *   venue.quote("BTCUSDT", "60000.00", "2", "60000.01", "2");
 *   // a client of venue.restUrl() and venue.socketUrl()
 * }
 * }</pre>
 *
 * <p>Its methods may be called from any thread; what they do happens on the venue's own.
 */
@NullMarked
package dev.bourse.venue.binance;

import org.jspecify.annotations.NullMarked;
