package dev.bourse.exchange.binance.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bourse.exchange.binance.OutsideCases;
import dev.bourse.exchange.binance.rest.Json;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What errors mean. */
@Tag("B1")
class ErrorsTest {
  private static Refusal refusal(int status, int code, String message) {
    return new Refusal(status, code, message, Json.NOTHING, 0);
  }

  @ParameterizedTest
  @CsvSource({
    "-1000,UNKNOWN",
    "-1006,UNKNOWN",
    "-1007,UNKNOWN",
    "-1003,LIMIT",
    "-1015,LIMIT",
    "-1021,RETRY",
    "-1022,AUTH",
    "-2015,AUTH",
    "-1013,REJECT",
    "-2010,REJECT",
    "-2011,REJECT",
    "-9999,UNKNOWN"
  })
  void aCodeHasOneMeaningAndAnUnknownOneProvesNothing(int code, Meaning meaning) {
    Meaning found = Errors.meaning(code);

    assertThat(found).isEqualTo(meaning);
  }

  @Test
  void aFaultOfTheServerProvesNothingWhateverItsCode() {
    Refusal busy = refusal(503, -1008, "Server is currently overloaded");

    assertThat(busy.meaning()).isEqualTo(Meaning.UNKNOWN);
    assertThat(refusal(400, -1008, "").meaning()).isEqualTo(Meaning.RETRY);
  }

  @Test
  void anOrderThatIsThereAlreadyMayBeThisOne() {
    Refusal duplicate = refusal(400, -2010, "Duplicate order sent.");

    assertThat(duplicate.meaning()).isEqualTo(Meaning.UNKNOWN);
  }

  @Test
  void aReasonHasNameCodeAndText() {
    Refusal refusal = refusal(400, -2010, "Market is closed.");

    assertThat(refusal.reason())
        .isEqualTo("NEW_ORDER_REJECTED: code=-2010 message=Market is closed.");
  }

  @Test
  @Tag("outside")
  void everyDocumentedErrorIsInTheTable() {
    JsonNode codes = OutsideCases.read("binance/spot-errors.json").path("codes");

    for (JsonNode each : codes) {
      assertThat(Errors.name(each.path("code").asInt())).isEqualTo(each.path("name").asText());
    }

    assertThat(codes).hasSizeGreaterThan(100);
  }

  @Test
  @Tag("outside")
  void whatTheDocumentsCallUnknownIsUnknown() {
    JsonNode codes = OutsideCases.read("binance/spot-errors.json").path("codes");

    for (JsonNode each : codes) {
      boolean unknown = each.path("msgs").toString().contains("execution status unknown");
      if (unknown || each.path("msgs").toString().contains("Execution status unknown")) {
        assertThat(Errors.meaning(each.path("code").asInt())).isEqualTo(Meaning.UNKNOWN);
      }
    }

    assertThat(Errors.meaning(-1007)).isEqualTo(Meaning.UNKNOWN);
  }
}
