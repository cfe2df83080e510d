package dev.bourse.core.market;

import static dev.bourse.core.Fixture.BTCUSD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Rate;
import org.junit.jupiter.api.Test;

/** Numbers and versions of instruments, by which the journal names them. */
class InstrumentsTest {
  private final Instruments instruments = new Instruments();

  private static Instrument version(int version, String fee) {
    return new Instrument(
        BTCUSD.id(),
        version,
        BTCUSD.base(),
        BTCUSD.quote(),
        BTCUSD.tickSize(),
        BTCUSD.stepSize(),
        BTCUSD.minQuantity(),
        BTCUSD.maxQuantity(),
        BTCUSD.minNotional(),
        Rate.of(fee),
        Rate.of(fee),
        true);
  }

  @Test
  void aVersionThatWasPassedOverIsKnownAndNotTheNewest() {
    Instrument second = version(2, "0.002");
    Instrument third = version(3, "0.003");
    instruments.list(version(1, "0.001"));
    instruments.list(third);

    int number = instruments.list(second);

    assertThat(instruments.version(number, 2)).isEqualTo(second);
    assertThat(instruments.newest(number)).isEqualTo(third);
    assertThat(instruments.versions(number))
        .extracting(Instrument::version)
        .containsExactly(1, 2, 3);
  }

  @Test
  void aVersionHasOneSetOfRules() {
    instruments.list(version(1, "0.001"));
    instruments.list(version(2, "0.002"));

    assertThatThrownBy(() -> instruments.list(version(1, "0.005")))
        .hasMessage("BTCUSD.TEST: two different rules both claim version 1");
  }

  @Test
  void aVersionThatWasNotListedHasNoNumber() {
    instruments.list(version(1, "0.001"));

    assertThatThrownBy(() -> instruments.number(version(2, "0.002")))
        .hasMessage("BTCUSD.TEST is not listed in version 2");
  }
}
