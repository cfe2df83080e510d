package dev.bourse.testkit.exchange.example;

import dev.bourse.api.exchange.Exchange;
import dev.bourse.api.exchange.ExchangeContext;
import dev.bourse.api.model.Instrument;
import dev.bourse.testkit.TestContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** The bazaar with an adapter that is wrong in one way. */
final class SabotagedVenue extends BazaarVenue {
  private final Sabotage sabotage;
  private final CountDownLatch over = new CountDownLatch(1);

  SabotagedVenue(Sabotage sabotage) {
    this.sabotage = sabotage;
  }

  @Override
  public Exchange open(ExchangeContext context) {
    return open(context, Bazaar.KEY);
  }

  @Override
  public Optional<Exchange> openReadOnly(ExchangeContext context) {
    return Optional.of(open(context, Bazaar.READ_ONLY));
  }

  private Exchange open(ExchangeContext context, String key) {
    if (sabotage == Sabotage.THREAD_LEFT) {
      Bazaar.daemon(this::linger, "left-behind").start();
    }
    SabotagedSink sink = new SabotagedSink(sabotage, context.events());
    List<Instrument> known =
        sabotage == Sabotage.RULES_ALWAYS_OF_VERSION_ONE ? List.of() : context.instruments();
    TestContext own = new TestContext(context.account(), sink, known, context.store());
    return new SabotagedExchange(sabotage, new BazaarExchange(own, bazaar, key), sink);
  }

  private void linger() {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What never comes is not waited for as long as on a busy machine. */
  @Override
  public Duration patience() {
    return Duration.ofSeconds(4);
  }

  @Override
  public void close() {
    over.countDown();
    super.close();
  }
}
