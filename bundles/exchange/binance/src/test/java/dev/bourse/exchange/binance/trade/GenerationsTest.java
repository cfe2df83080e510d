package dev.bourse.exchange.binance.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.ClientOrderId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the venue's orders are called here. */
@Tag("B1")
class GenerationsTest {
  private static final ClientOrderId FIRST = new ClientOrderId("live-manual-tow9lx-1");

  private final Generations generations = new Generations();

  private ClientOrderId learn(String called) {
    return generations.learn("BTCUSDT", "7", new ClientOrderId(called));
  }

  @Test
  void theFirstNameStaysWhateverOthersCallTheOrder() {
    learn("live-manual-tow9lx-1");

    ClientOrderId amended = learn("4zR9HFcEq8gM1tWUqPEUHc");
    ClientOrderId cancelled = learn(OrderNames.cancel(FIRST));
    ClientOrderId dashed = learn("web-2");

    assertThat(amended).isEqualTo(FIRST);
    assertThat(cancelled).isEqualTo(FIRST);
    assertThat(dashed).isEqualTo(FIRST);
  }

  @Test
  void anotherOrderOfOursUnderTheNumberIsOfAVenueThatBeganToNumberAnew() {
    learn("live-manual-tow9lx-1");

    ClientOrderId later = learn("live-manual-tow9lx-e");
    ClientOrderId told = generations.name("BTCUSDT", "7");

    assertThat(later).hasToString("live-manual-tow9lx-e");
    assertThat(told).isEqualTo(later);
  }

  @Test
  void oneCancelThatDidNothingLeavesTheOthersInDoubt() {
    generations.cancelling(FIRST);
    generations.cancelling(FIRST);

    generations.notCancelling(FIRST);
    boolean one = generations.isCancelling(FIRST);
    generations.notCancelling(FIRST);
    boolean none = generations.isCancelling(FIRST);

    assertThat(one).isTrue();
    assertThat(none).isFalse();
  }
}
