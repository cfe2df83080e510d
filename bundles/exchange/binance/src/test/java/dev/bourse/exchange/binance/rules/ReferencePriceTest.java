package dev.bourse.exchange.binance.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.api.model.Rate;
import dev.bourse.exchange.binance.rest.Publications;
import dev.bourse.exchange.binance.rest.RestException;
import dev.bourse.exchange.binance.rest.SymbolReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Since 2026-05 the venue judges prices by a reference price, where there is one. */
@Tag("B7")
class ReferencePriceTest {
  private static final String NEVER =
      "{\"code\":-2043,\"msg\":\"This symbol doesn't have a reference price.\"}";

  private final List<String> asked = new ArrayList<>();
  private @Nullable String answer;
  private final RuleBook rules =
      new RuleBook(
          new Publications(this::get),
          new SymbolReader("BINANCE", Rate.of("0.001"), Rate.of("0.001")),
          List.of());

  private String get(String path) throws RestException {
    asked.add(path);
    if (answer == null) {
      throw new RestException("the venue is away", 0, true, Duration.ZERO);
    } else if (answer.equals(NEVER)) {
      throw new RestException("refused", -2043, false, Duration.ZERO);
    }
    return answer;
  }

  private boolean judged(@Nullable String said) throws RestException {
    answer = said;
    rules.askReference("BAZUSD");
    return rules.isJudgedByTrades("BAZUSD");
  }

  @Test
  void whatNeverHadAReferencePriceIsJudgedByItsTrades() throws Exception {
    boolean before = rules.isJudgedByTrades("BAZUSD");

    boolean now = judged(NEVER);

    assertThat(before).isFalse();
    assertThat(now).isTrue();
    assertThat(asked).containsExactly("/api/v3/referencePrice?symbol=BAZUSD");
  }

  /** One that is null now may be there when the order comes. */
  @ParameterizedTest
  @ValueSource(strings = {"\"10.00\"", "null"})
  void whatHasOneIsNotEvenIfItIsNullNow(String price) throws Exception {
    boolean before = judged(NEVER);

    boolean now =
        judged(
            "{\"symbol\":\"BAZUSD\",\"referencePrice\":"
                + price
                + ",\"timestamp\":1770736694138000}");

    assertThat(before).isTrue();
    assertThat(now).isFalse();
  }

  @Test
  void aQuestionWithoutAnswerLeavesItToTheVenue() throws Exception {
    boolean before = judged(NEVER);

    assertThatThrownBy(() -> judged(null)).isInstanceOf(RestException.class);

    assertThat(before).isTrue();
    assertThat(rules.isJudgedByTrades("BAZUSD")).isFalse();
  }
}
