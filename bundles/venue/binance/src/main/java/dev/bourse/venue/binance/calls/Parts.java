package dev.bourse.venue.binance.calls;

import dev.bourse.venue.binance.market.Markets;
import dev.bourse.venue.binance.protocol.Limits;
import dev.bourse.venue.binance.trading.Floor;

/**
 * What the calls work on.
 *
 * @param markets all markets
 * @param floor all accounts
 * @param limits how much may be done
 * @param selfTrade what happens when an order meets one of its own account: {@code EXPIRE_MAKER}
 */
public record Parts(Markets markets, Floor floor, Limits limits, String selfTrade) {
  /** All calls of the venue. */
  public CallTable calls() {
    CallTable table = new CallTable();
    new GeneralCalls(this).addTo(table);
    new MarketCalls(this).addTo(table);
    new TickerCalls(this).addTo(table);
    new OrderCalls(this).addTo(table);
    new ListCalls(this).addTo(table);
    new OrderQueries(this).addTo(table);
    new AccountCalls(this).addTo(table);
    WalletCalls.addTo(table);
    return table;
  }
}
