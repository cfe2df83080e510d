package dev.bourse.exchange.binance.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("B5")
class UnreadableTest {
  @Test
  void whatCannotBeReadIsCounted() {
    Unreadable unreadable = new Unreadable("a message is left out");

    for (int i = 0; i < 11; i++) {
      unreadable.add("it is no JSON");
    }

    assertThat(unreadable.count()).isEqualTo(11);
  }
}
