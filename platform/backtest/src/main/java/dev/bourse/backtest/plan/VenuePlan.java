package dev.bourse.backtest.plan;

import dev.bourse.api.exchange.Exchange;
import dev.bourse.api.exchange.ExchangeContext;
import dev.bourse.api.exchange.LockstepExchange;
import java.util.function.Function;

/**
 * How the account is opened.
 *
 * @param type the exchange's type
 * @param version the version of its bundle
 * @param opener opens it, parameters included
 * @param loader the class loader of its code
 */
public record VenuePlan(
    String type, String version, Function<ExchangeContext, Exchange> opener, ClassLoader loader) {

  /** Opens the account; throws {@link IllegalArgumentException} for one that cannot be driven. */
  public LockstepExchange open(ExchangeContext context) {
    return Loading.call(
        loader,
        () -> {
          Exchange exchange = opener.apply(context);
          if (exchange instanceof LockstepExchange driven) {
            return driven;
          }
          exchange.close();
          throw new IllegalArgumentException(
              "exchange type \""
                  + type
                  + "\" places real orders: a backtest needs a simulated one");
        });
  }
}
