package dev.bourse.exchange.binance.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bourse.exchange.binance.OutsideCases;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Refusals over REST as the venue's documents show them. */
@Tag("outside")
@Tag("P18")
class RefusalSamplesTest {
  @Test
  void aRefusalHasTheCodeAndTheTextOfTheSample() {
    List<JsonNode> samples = new ArrayList<>();
    for (JsonNode each : OutsideCases.read("binance/spot-samples/rest-api.json")) {
      if (each.path("json").has("code")) {
        samples.add(each.path("json"));
      }
    }

    for (JsonNode sample : samples) {
      RestException refusal = Refusals.of("GET /any", 400, sample.toString(), "");
      String said = "code " + sample.path("code") + ": " + sample.path("msg").asText();
      assertThat(refusal).hasMessage("GET /any was refused with 400, " + said);
      assertThat(refusal.code()).isEqualTo(sample.path("code").asInt());
      assertThat(refusal.passing()).isFalse();
    }

    assertThat(samples).hasSize(11);
  }
}
