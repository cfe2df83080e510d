// A session of an unmodified ccxt on the local venue. Arguments: ccxt's folder, host and port, key, secret.
// Prints one line per step: its name, a tab, what came of it. The account must have 100000 USDT and 10 BTC.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import path from 'node:path';

const [folder, address, apiKey, secret] = process.argv.slice(2);
const require = createRequire(pathToFileURL(path.join(folder, 'package.json')));
const ccxt = require('ccxt');

const exchange = new ccxt.pro.binance({
  apiKey,
  secret,
  options: { defaultType: 'spot', fetchMarkets: { types: ['spot'] }, fetchCurrencies: false, fetchMargins: false },
});
exchange.has.fetchCurrencies = false;
const rest = `http://${address}`;
const sockets = `ws://${address}`;
exchange.urls.api = { ...exchange.urls.api, public: `${rest}/api/v3`, private: `${rest}/api/v3`, v1: `${rest}/api/v1` };
exchange.urls.api.ws = { ...exchange.urls.api.ws, spot: `${sockets}/ws`, 'ws-api': { spot: `${sockets}/ws-api/v3` } };

// What ccxt wants before it opens a WebSocket that is not encrypted
await exchange.loadHttpProxyAgent();

const symbol = 'BTC/USDT';
let failed = false;
async function step(name, work) {
  try {
    console.log(`${name}\t${await work()}`);
  } catch (error) {
    failed = true;
    console.log(`${name}\t!! ${error.constructor.name}: ${error.message}`);
  }
}

await step('loadMarkets', async () => Object.keys(await exchange.loadMarkets()).includes(symbol));
await step('fetchTime', async () => (await exchange.fetchTime()) > 0);
// The prices have just begun: wait for the first trade
await exchange.watchTrades('BTC/USDT');
const ticker = await exchange.fetchTicker(symbol);
await step('fetchTicker', async () => ticker.symbol);
await step('fetchTickers', async () => Object.keys(await exchange.fetchTickers([symbol])).join());
await step('fetchBidsAsks', async () => (await exchange.fetchBidsAsks([symbol]))[symbol].bid > 0);
await step('fetchOHLCV', async () => (await exchange.fetchOHLCV(symbol, '1m', undefined, 5)).length > 0);
await step('fetchOrderBook', async () => (await exchange.fetchOrderBook(symbol, 5)).bids.length > 0);
await step('fetchTrades', async () => (await exchange.fetchTrades(symbol, undefined, 5)).length > 0);
await step('fetchBalance', async () => (await exchange.fetchBalance()).USDT.free);

const price = (factor) => exchange.priceToPrecision(symbol, ticker.last * factor);
const orders = exchange.watchOrders(symbol);
const placed = async (...order) => (await exchange.createOrder(symbol, ...order)).status;
const bought = await exchange.createOrder(symbol, 'market', 'buy', 0.002);
await step('createOrder market', () => bought.status);
await step('watchOrders', async () => (await orders)[0].symbol);
await step('createOrder limit', () => placed('limit', 'sell', 0.002, price(1.2)));
await step('createOrder postOnly', () => placed('limit', 'sell', 0.002, price(1.2), { postOnly: true }));
await step('createOrder IOC', () => placed('limit', 'buy', 0.002, price(0.8), { timeInForce: 'IOC', clientOrderId: 'my-1' }));
await step('createOrder stop', () => placed('market', 'sell', 0.002, undefined, { triggerPrice: price(0.9) }));
await step('createOrder take-profit', () => placed('limit', 'sell', 0.002, price(1.1), { takeProfitPrice: price(1.1) }));
await step('createOrder stop-loss', () => placed('market', 'sell', 0.002, undefined, { stopLossPrice: price(0.9) }));
await step('createOrder reduceOnly', async () => {
  try {
    return await placed('market', 'sell', 0.002, undefined, { reduceOnly: true });
  } catch (error) {
    return error.message.includes('-1104') ? 'refused as at Binance' : error.message;
  }
});
await step('createOrder cost', async () => (await exchange.createMarketBuyOrderWithCost(symbol, 50)).status);
const resting = await exchange.createOrder(symbol, 'limit', 'sell', 0.002, price(1.3), { clientOrderId: 'my-2' });
await step('fetchOrder', async () => (await exchange.fetchOrder(resting.id, symbol)).status);
const edited = await exchange.editOrder(resting.id, symbol, 'limit', 'sell', 0.002, price(1.25), { clientOrderId: 'my-3' });
await step('editOrder', async () => edited.status);
await step('cancelOrder', async () => (await exchange.cancelOrder(edited.id, symbol)).status);
await exchange.createOrder(symbol, 'limit', 'sell', 0.002, price(1.3), { clientOrderId: 'my-4' });
await step('cancelOrder by name', async () => (await exchange.cancelOrder(undefined, symbol, { clientOrderId: 'my-4' })).status);
await step('fetchOpenOrders', async () => (await exchange.fetchOpenOrders(symbol)).length);
await step('cancelAllOrders', async () => (await exchange.cancelAllOrders(symbol)).length);
await step('fetchOrders', async () => (await exchange.fetchOrders(symbol)).length);
await step('fetchClosedOrders', async () => (await exchange.fetchClosedOrders(symbol)).length);
await step('fetchMyTrades', async () => (await exchange.fetchMyTrades(symbol)).length > 1);
await step('fetchOrderTrades', async () => (await exchange.fetchOrderTrades(bought.id, symbol)).length > 0);
await step('insufficient funds', async () => {
  try {
    return await placed('limit', 'buy', 100, price(0.9));
  } catch (error) {
    return error.constructor.name;
  }
});
await step('watchTrades', async () => (await exchange.watchTrades(symbol)).length > 0);
await step('watchTicker', async () => (await exchange.watchTicker(symbol)).symbol);
await step('watchOrderBook', async () => (await exchange.watchOrderBook(symbol)).asks.length > 0);
await step('watchOHLCV', async () => (await exchange.watchOHLCV(symbol, '1m')).length > 0);
await step('watchBalance', async () => {
  const balance = exchange.watchBalance();
  await exchange.createOrder(symbol, 'market', 'sell', 0.001);
  return (await balance).BTC.total > 0;
});
await step('watchMyTrades', async () => {
  const trades = exchange.watchMyTrades(symbol);
  await exchange.createOrder(symbol, 'market', 'sell', 0.001);
  return (await trades)[0].symbol;
});
await step('watchTickers', async () => Object.keys(await exchange.watchTickers([symbol])).join());
await step('watchBidsAsks', async () => (await exchange.watchBidsAsks([symbol]))[symbol].ask > 0);
await step('fetchTradesWs', async () => (await exchange.fetchTradesWs(symbol, undefined, 5)).length > 0);
await step('fetchOHLCVWs', async () => (await exchange.fetchOHLCVWs(symbol, '1m', undefined, 5)).length > 0);
await step('fetchBalanceWs', async () => (await exchange.fetchBalanceWs()).info.balances.length > 0);
const over = await exchange.createOrderWs(symbol, 'limit', 'sell', 0.002, price(1.2));
await step('createOrderWs', () => over.status);
await step('fetchOrderWs', async () => (await exchange.fetchOrderWs(over.id, symbol)).status);
const changed = await exchange.editOrderWs(over.id, symbol, 'limit', 'sell', 0.002, price(1.25));
await step('editOrderWs', () => changed.status);
await step('cancelOrderWs', async () => (await exchange.cancelOrderWs(changed.id, symbol)).status);
await exchange.createOrderWs(symbol, 'limit', 'sell', 0.002, price(1.2));
await step('fetchOpenOrdersWs', async () => (await exchange.fetchOpenOrdersWs(symbol)).length);
await step('cancelAllOrdersWs', async () => (await exchange.cancelAllOrdersWs(symbol)).length);
await step('fetchOrdersWs', async () => (await exchange.fetchOrdersWs(symbol)).length > 10);
await step('fetchMyTradesWs', async () => (await exchange.fetchMyTradesWs(symbol)).length > 1);
await exchange.close();
process.exit(failed ? 1 : 0);
