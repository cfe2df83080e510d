package dev.bourse.api.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"demo", "a", "demo-ema-1.2_3", "_x", "0123456789012345678901234567890123456789"})
  void takesWhatCanBeTypedAndStored(String text) {
    TraderId id = new TraderId(text);

    assertThat(id).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        ".hidden",
        "-n",
        "a/b",
        "a b",
        "a\nb",
        "größe",
        "01234567890123456789012345678901234567890"
      })
  void refusesWhatWouldLeaveItsFolderOrLookLikeAnOption(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TraderId(text))
        .withMessage(
            "trader \"%s\" must be 1 to 40 letters, digits, '-', '_' or '.', "
                + "and not begin with '-' or '.'",
            text);
  }

  @Test
  void namesWhatIsWrongInEveryKindOfId() {
    String text = "..";

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AccountId(text))
        .withMessageStartingWith("account \"..\" must be");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StrategyId(text))
        .withMessageStartingWith("strategy \"..\" must be");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ClientOrderId(text))
        .withMessageStartingWith("client order id \"..\" must be");
  }

  @ParameterizedTest
  @CsvSource({"BTCUSDT.BINANCE, BTCUSDT, BINANCE", "BRK.B.NYSE, BRK.B, NYSE"})
  void splitsInstrumentsAtTheLastDot(String text, String symbol, String venue) {
    InstrumentId id = InstrumentId.of(text);

    assertThat(id).isEqualTo(new InstrumentId(symbol, venue));
    assertThat(id).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "BTCUSDT", ".BINANCE", "BTCUSDT."})
  void refusesInstrumentsWithoutBothParts(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> InstrumentId.of(text))
        .withMessage("instrument \"" + text + "\" must be SYMBOL.VENUE, like BTCUSDT.BINANCE");
  }
}
