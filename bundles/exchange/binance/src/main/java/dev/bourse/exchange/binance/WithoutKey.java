package dev.bourse.exchange.binance;

import dev.bourse.api.event.ConnectionChanged;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.exchange.ExchangeContext;
import dev.bourse.api.exchange.ExecutionClient;
import dev.bourse.exchange.binance.net.Worker;

/** Takes no order: there is no key to sign it with. */
final class WithoutKey implements ExecutionClient {
  private static final String WHY =
      "without a key this adapter brings market data and takes no orders: give key and secret, or key and"
          + " private.key, or use it as data=binance with mode=paper";

  private final ExchangeContext context;
  private final Worker worker;

  WithoutKey(ExchangeContext context, Worker worker) {
    this.context = context;
    this.worker = worker;
    context.events().accept(new ConnectionChanged(context.account(), false, WHY, worker.now()));
  }

  /** Nothing was sent. */
  @Override
  public boolean execute(ExchangeCommand command) {
    return false;
  }

  @Override
  public void requestReport(long since) {
    context.events().accept(new ConnectionChanged(context.account(), false, WHY, worker.now()));
  }
}
