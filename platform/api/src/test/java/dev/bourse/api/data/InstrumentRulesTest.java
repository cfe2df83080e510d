package dev.bourse.api.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Rate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of an instrument as people write them. */
@Tag("N30")
class InstrumentRulesTest {
  @Test
  void rulesComeBackAsTheyWereWritten() {
    Instrument instrument = InstrumentRules.read(rules(), 3);

    Map<String, String> written = InstrumentRules.write(instrument);

    assertThat(InstrumentRules.read(written, 3)).isEqualTo(instrument);
    assertThat(written.keySet()).containsExactlyElementsOf(InstrumentRules.KEYS);
    assertThat(written).containsEntry("tick", "0.00000001").containsEntry("step", "1");
    assertThat(instrument.version()).isEqualTo(3);
  }

  @Test
  void aContractComesBackAsItWasWritten() {
    Map<String, String> rules = rules();
    rules.put("contract", "linear");
    rules.put("contract.size", "1000");
    rules.put("initial.margin", "0.5");
    rules.put("maintenance.margin", "0.0065");
    rules.put("max.notional", "500000");

    Instrument instrument = InstrumentRules.read(rules, 1);

    assertThat(instrument.contract().size()).isEqualTo(Quantity.of("1000"));
    assertThat(instrument.contract().maintenanceMargin()).isEqualTo(Rate.of("0.0065"));
    assertThat(instrument.maxNotional()).isEqualTo(Money.of("500000", instrument.quote()));
    assertThat(InstrumentRules.read(InstrumentRules.write(instrument), 1)).isEqualTo(instrument);
  }

  @Test
  void aContractWithoutMaintenanceMarginIsRefused() {
    Map<String, String> rules = rules();
    rules.put("contract", "inverse");

    String sentence = refusal(rules);

    assertThat(sentence)
        .isEqualTo(
            "instrument rules are missing: maintenance.margin, which the venue publishes for every"
                + " contract");
  }

  @Test
  void marginOnSpotIsRefused() {
    Map<String, String> rules = rules();
    rules.put("initial.margin", "0.5");

    String sentence = refusal(rules);

    assertThat(sentence)
        .isEqualTo(
            "instrument rule initial.margin is for contracts; add contract=linear or inverse");
  }

  @Test
  void everythingThatIsMissingIsNamedAtOnce() {
    Map<String, String> rules = rules();
    rules.remove("tick");
    rules.remove("taker.fee");

    String sentence = refusal(rules);

    assertThat(sentence).isEqualTo("instrument rules are missing: tick, taker.fee");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tick|abc|instrument rule tick: \"abc\" is not a decimal number",
        "base.decimals|x|instrument rule base.decimals: \"x\" is not a whole number",
        "base.decimals|19|instrument rule base.decimals: decimals=19 is outside 0..18",
        "max.quantity|0|instrument rule max.quantity=0 is below min.quantity=1",
        "instrument|SHIB|instrument rule instrument: instrument \"SHIB\" must be SYMBOL.VENUE, like BTCUSDT.BINANCE",
        "quote|usdt|instrument rule quote: currency \"usdt\" must be upper-case letters and digits, like BTC",
        "min.quantity|0.5|instrument rule min.quantity: 0.5 has more than 0 decimals"
      })
  void aValueThatCannotBeIsNamedWithItsKey(String key, String value, String expected) {
    Map<String, String> rules = rules();
    rules.put(key, value);

    String sentence = refusal(rules);

    assertThat(sentence).isEqualTo(expected);
  }

  private static String refusal(Map<String, String> rules) {
    return catchThrowableOfType(DataException.class, () -> InstrumentRules.read(rules, 1))
        .getMessage();
  }

  private static Map<String, String> rules() {
    Map<String, String> rules = new TreeMap<>();
    rules.put("instrument", "SHIBUSDT.BINANCE");
    rules.put("base", "SHIB");
    rules.put("base.decimals", "2");
    rules.put("quote", "USDT");
    rules.put("quote.decimals", "8");
    rules.put("tick", "0.00000001");
    rules.put("step", "1");
    rules.put("min.quantity", "1");
    rules.put("max.quantity", "46116860414");
    rules.put("min.notional", "1");
    rules.put("maker.fee", "0.001");
    rules.put("taker.fee", "0.001");
    return rules;
  }
}
