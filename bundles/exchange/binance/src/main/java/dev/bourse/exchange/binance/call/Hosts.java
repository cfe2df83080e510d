package dev.bourse.exchange.binance.call;

import dev.bourse.exchange.binance.net.WorkerThread;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is used up at each host: the venue counts for our address, so all accounts and their market
 * data share it. Any thread.
 */
public final class Hosts {
  private final Map<String, Weights> weights = new ConcurrentHashMap<>();

  /** Nothing was asked of any host. */
  public Hosts() {}

  /** What is used up at the host of an address. */
  public Weights of(URI address) {
    return weights.computeIfAbsent(
        address.getAuthority(), host -> new Weights(new VenueClock(WorkerThread::time)));
  }
}
