package dev.bourse.venue.binance.trading;

import dev.bourse.api.model.Side;
import dev.bourse.api.model.TimeInForce;
import dev.bourse.venue.binance.market.SymbolMarket;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An order as a client asked for it.
 *
 * @param market where
 * @param side buy or sell
 * @param kind what kind
 * @param life how long: GTC, IOC or FOK
 * @param quantity how much of the base, or null for a worth
 * @param worth how much of the quote to spend or get, or null for a quantity
 * @param price the limit, or null
 * @param stopPrice the trigger, or null
 * @param trailingDelta how far the trigger trails in hundredths of a percent, or null
 * @param icebergQuantity how much others see, or null for all
 * @param clientId the client's name of it, or null to draw one
 * @param strategyId the client's number of a strategy, or null
 * @param strategyType the client's kind of a strategy, or null
 * @param selfTrade what happens if it meets an order of its own account
 */
public record Ticket(
    SymbolMarket market,
    Side side,
    Kind kind,
    TimeInForce life,
    @Nullable BigDecimal quantity,
    @Nullable BigDecimal worth,
    @Nullable BigDecimal price,
    @Nullable BigDecimal stopPrice,
    @Nullable Long trailingDelta,
    @Nullable BigDecimal icebergQuantity,
    @Nullable String clientId,
    @Nullable Long strategyId,
    @Nullable Long strategyType,
    String selfTrade) {

  /** The same for another quantity. */
  public Ticket withQuantity(BigDecimal newQuantity) {
    return new Ticket(
        market,
        side,
        kind,
        life,
        newQuantity,
        worth,
        price,
        stopPrice,
        trailingDelta,
        icebergQuantity,
        clientId,
        strategyId,
        strategyType,
        selfTrade);
  }
}
