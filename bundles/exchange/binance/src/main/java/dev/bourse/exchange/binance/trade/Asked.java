package dev.bourse.exchange.binance.trade;

/** What is asked about an account, over the WebSocket API and over REST. */
enum Asked {
  /** One order. */
  ORDER("order.status", "/api/v3/order", 4),
  /** All open orders. */
  OPEN_ORDERS("openOrders.status", "/api/v3/openOrders", 80),
  /** All orders of a symbol, open or not. */
  ORDERS("allOrders", "/api/v3/allOrders", 20),
  /** Executions of a symbol. */
  TRADES("myTrades", "/api/v3/myTrades", 20),
  /** Balances and rights. */
  ACCOUNT("account.status", "/api/v3/account", 20),
  /** Fees of a symbol. */
  COMMISSION("account.commission", "/api/v3/account/commission", 20),
  /** Filters of a symbol for the account. */
  FILTERS("myFilters", "/api/v3/myFilters", 40),
  /** Deposits; of the venue's other interface, which has limits of its own. */
  DEPOSITS("", "/sapi/v1/capital/deposit/hisrec", 0),
  /** Withdrawals; of the same. */
  WITHDRAWALS("", "/sapi/v1/capital/withdraw/history", 0),
  /** Transfers between a user's wallets; of the same. */
  TRANSFERS("", "/sapi/v1/asset/transfer", 0);

  private final String method;
  private final String path;
  private final int weight;

  Asked(String method, String path, int weight) {
    this.method = method;
    this.path = path;
    this.weight = weight;
  }

  /** Whether only REST has it. */
  boolean isRestOnly() {
    return method.isEmpty();
  }

  /** Its name over the WebSocket API. */
  String method() {
    return method;
  }

  /** Its path over REST. */
  String path() {
    return path;
  }

  /** How much of the limit it uses up. */
  int weight() {
    return weight;
  }
}
