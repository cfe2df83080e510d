package dev.bourse.exchange.binance.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bourse.exchange.binance.OutsideCases;
import dev.bourse.exchange.binance.rest.Json;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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

  /** What a class of ccxt's says, where it says something that has a word here. */
  private static final Map<String, Meaning> CCXT =
      Map.ofEntries(
          Map.entry("RateLimitExceeded", Meaning.LIMIT),
          Map.entry("DDoSProtection", Meaning.LIMIT),
          Map.entry("AuthenticationError", Meaning.AUTH),
          Map.entry("PermissionDenied", Meaning.AUTH),
          Map.entry("AccountSuspended", Meaning.AUTH),
          Map.entry("RequestTimeout", Meaning.UNKNOWN),
          Map.entry("OperationFailed", Meaning.UNKNOWN),
          Map.entry("InvalidNonce", Meaning.RETRY),
          Map.entry("BadRequest", Meaning.REJECT),
          Map.entry("BadSymbol", Meaning.REJECT),
          Map.entry("InvalidOrder", Meaning.REJECT),
          Map.entry("OrderNotFound", Meaning.REJECT),
          Map.entry("OrderImmediatelyFillable", Meaning.REJECT),
          Map.entry("InsufficientFunds", Meaning.REJECT),
          Map.entry("MarketClosed", Meaning.REJECT),
          Map.entry("OperationRejected", Meaning.REJECT));

  /** Where we mean something else than ccxt does, with the reason. */
  private static final Map<String, String> OTHERWISE =
      Map.of(
          "-1008 Server is currently overloaded",
          "RETRY: a busy server did nothing; with a status of its own fault it is UNKNOWN here too",
          "-1016 This service is no longer available.",
          "RETRY: it is the host that goes, not the request that is bad",
          "-1112 No orders on book for symbol.",
          "REJECT: the order was judged, and it would not be taken later as it is",
          "-1125 This listenKey does not exist.",
          "REJECT: it says nothing about the key of the account, and no listenKey is used",
          "-2010 Duplicate order sent.",
          "UNKNOWN: the order that is there may be this one, whose first answer was lost",
          "-2010 This action is disabled on this account.",
          "REJECT: the order was refused, the key is good: what is open is still told and ended",
          "-2010 This account may not place or cancel orders.",
          "REJECT: as before",
          "-2010 This symbol is not permitted for this account.",
          "REJECT: one symbol is forbidden, not the key",
          "-2010 This symbol is restricted for this account.",
          "REJECT: as before");

  @Test
  @Tag("outside")
  void errorsMeanWhatTheyMeanToCcxtButForWhatIsToldApartHere() {
    JsonNode cases = OutsideCases.read("ccxt/error-mapping-binance.json").path("cases");
    Set<String> different = new TreeSet<>();
    int alike = 0;

    for (JsonNode each : cases) {
      Meaning theirs = CCXT.get(each.path("ccxtException").asText());
      if (each.path("exchange").asText().equals("binance") && theirs != null) {
        JsonNode body = each.path("body");
        int code = body.path("code").asInt();
        String message = body.path("msg").asText();
        Meaning ours = refusal(each.path("httpStatus").asInt(), code, message).meaning();
        alike += ours == theirs ? 1 : 0;
        if (ours != theirs) {
          different.add(ours + ": " + code + " " + message);
        }
      }
    }

    assertThat(alike).isGreaterThan(110);
    assertThat(different)
        .hasSize(OTHERWISE.size())
        .allMatch(
            found ->
                OTHERWISE.entrySet().stream()
                    .anyMatch(
                        each ->
                            found.startsWith(
                                each.getValue().replaceAll(":.*", "") + ": " + each.getKey())));
  }

  @Test
  @Tag("outside")
  void statusesWithoutACodeProveWhatTheySay() {
    JsonNode cases = OutsideCases.read("ccxt/error-mapping-binance.json").path("cases");
    Map<Integer, Meaning> bare = new TreeMap<>();

    for (JsonNode each : cases) {
      if (each.path("body").path("code").isMissingNode()) {
        int status = each.path("httpStatus").asInt();
        bare.put(status, refusal(status, 0, "").meaning());
      }
    }

    assertThat(bare).containsOnly(entry(403, Meaning.LIMIT), entry(503, Meaning.UNKNOWN));
  }
}
