package dev.bourse.api.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("N24")
class DenialCodeTest {
  @Test
  void everyConstantIsNamedAsItReads() throws IllegalAccessException {
    Field[] constants =
        Arrays.stream(DenialCode.class.getDeclaredFields())
            .filter(field -> field.getType() == DenialCode.class)
            .filter(field -> Modifier.isStatic(field.getModifiers()))
            .toArray(Field[]::new);

    assertThat(constants).hasSizeGreaterThan(20);
    for (Field constant : constants) {
      assertThat(constant.get(null)).hasToString(constant.getName());
    }
  }

  @Test
  void carriesItsNumbers() {
    RiskDecision.Denied denied = DenialCode.BELOW_MIN_NOTIONAL.because("notional=0.80 min=5.00");

    String text = denied.toString();

    assertThat(text).isEqualTo("BELOW_MIN_NOTIONAL: notional=0.80 min=5.00");
    assertThat(denied.numbers()).isEqualTo("notional=0.80 min=5.00");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AB", "no_price", "1ST", "NO PRICE", "NO-PRICE"})
  void refusesWordsThatProgramsCouldNotMatch(String word) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DenialCode(word))
        .withMessage("denial code \"%s\" must be upper-case letters, digits and '_'", word);
    assertThat(new DenialCode("MY_OWN_LIMIT").value().toLowerCase(Locale.ROOT))
        .isEqualTo("my_own_limit");
  }
}
