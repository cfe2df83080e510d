package dev.bourse.api.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("A12")
class WarmUpTest {
  @Test
  void readsBarsOrATime() {
    WarmUp bars = WarmUp.of(" 200 ");
    WarmUp time = WarmUp.of("36h");

    assertThat(bars).isEqualTo(new WarmUp(200, 0)).hasToString("200 bars");
    assertThat(time).isEqualTo(new WarmUp(0, TimeUnit.HOURS.toNanos(36))).hasToString("36h");
    assertThat(WarmUp.of("")).isEqualTo(WarmUp.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"much", "-5", "2w", "100t", "1m@bid", "1.5"})
  void refusesOtherText(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WarmUp.of(text))
        .withMessage(
            "warmup \""
                + text
                + "\" must be a number of bars, like 200, or a time, like 36h or 2d");
  }

  @Test
  void refusesMoreBarsThanAreTold() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WarmUp.of("5001"))
        .withMessage("warmup of 5001 bars is out of range: it must be 1..5000, or a time");
  }
}
