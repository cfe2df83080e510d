package dev.bourse.api.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BacktestSpecTest {
  @Test
  void keepsOrderedCopiesThatNobodyCanChange() {
    Map<String, String> limits = new HashMap<>(Map.of("b", "2", "a", "1"));
    Map<String, String> parameters = new HashMap<>(Map.of("slow", "20", "fast", "10"));

    BacktestSpec spec = spec(parameters, Map.of("limits", limits));
    limits.put("c", "3");
    parameters.clear();

    assertThat(spec.parameters().toString()).isEqualTo("{fast=10, slow=20}");
    assertThat(spec.risk().toString()).isEqualTo("{limits={a=1, b=2}}");
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> spec.parameters().put("x", "1"));
  }

  private static BacktestSpec spec(
      Map<String, String> parameters, Map<String, Map<String, String>> risk) {
    return new BacktestSpec(
        "emacross",
        parameters,
        "bitstamp",
        List.of(),
        "1m",
        0,
        1,
        List.of("10000 USD"),
        Map.of(),
        risk);
  }
}
