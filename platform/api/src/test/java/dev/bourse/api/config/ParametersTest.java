package dev.bourse.api.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("A13")
@Tag("N2")
@Tag("P6")
class ParametersTest {
  private final Parameters<CrossConfig> parameters = Parameters.of(CrossConfig.class);

  @Test
  void describesEveryParameterInTheOrderOfTheDeclaration() {
    List<Parameter> list = parameters.list();

    assertThat(parameters.description())
        .isEqualTo("Long while the fast average is above the slow one.");
    assertThat(list)
        .containsExactly(
            new Parameter(
                "slow", "integer", "20", false, "2", "", List.of(), "slow period in bars", false),
            new Parameter(
                "fast",
                "integer",
                "10",
                false,
                "1",
                "500",
                List.of(),
                "fast period in bars",
                false),
            new Parameter(
                "share", "number", "0.5", false, "", "1", List.of(), "share of the cash", false),
            new Parameter("dry.run", "yes/no", "false", false, "", "", List.of(), "", false),
            new Parameter(
                "mode",
                "text",
                "close",
                false,
                "",
                "",
                List.of("close", "open"),
                "when to act",
                false),
            new Parameter(
                "max-age",
                "integer",
                "",
                true,
                "",
                "",
                List.of(),
                "oldest signal in seconds",
                false),
            new Parameter("api_key", "text", "", false, "", "", List.of(), "", true));
  }

  @Test
  void printsRangesForPeople() {
    List<String> ranges = parameters.list().stream().map(Parameter::range).toList();

    assertThat(ranges)
        .containsExactly("2 or more", "1..500", "at most 1", "", "close|open", "", "");
  }

  @Test
  void readsValuesAndTakesDefaultsForTheRest() {
    Map<String, String> values =
        Map.of("fast", " 5 ", "share", "0.25", "dry.run", "yes", "max-age", "60");

    CrossConfig config = parameters.read(values);

    assertThat(config.fast()).isEqualTo(5);
    assertThat(config.slow()).isEqualTo(20);
    assertThat(config.share()).isEqualTo(0.25);
    assertThat(config.dry_run()).isTrue();
    assertThat(config.mode()).isEqualTo("close");
    assertThat(config.max$_$age()).isEqualTo(60);
    assertThat(config.api__key()).isEmpty();
    assertThat(config.annotationType()).isEqualTo(CrossConfig.class);
  }

  @Test
  void reportsEveryProblemAtOnce() {
    Map<String, String> values =
        Map.of(
            "fast", "abc", "slow", "1", "share", "1.5", "dry.run", "maybe", "mode", "noon", "fats",
            "3");

    ConfigException refused =
        catchThrowableOfType(ConfigException.class, () -> parameters.read(values));

    assertThat(refused.problems())
        .containsExactly(
            "slow=1 is out of range: it must be 2 or more",
            "fast=abc must be a plain integer",
            "share=1.5 is out of range: it must be at most 1",
            "dry.run=maybe must be true or false",
            "mode=noon must be one of close, open",
            "max-age is missing: oldest signal in seconds",
            "unknown key \"fats\": known are slow, fast, share, dry.run, mode, max-age, api_key");
    assertThat(refused).hasMessage(String.join("; ", refused.problems()));
  }

  @Test
  void namesWhatMustBeGivenWhenDefaultsAreAskedFor() {
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(parameters::defaults)
        .withMessage("max-age is missing: oldest signal in seconds");
  }

  @ParameterizedTest
  @CsvSource({"0", "501", "-1"})
  void refusesIntegersOutOfRange(String text) {
    Map<String, String> values = Map.of("max-age", "1", "fast", text);

    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> parameters.read(values))
        .withMessage("fast=" + text + " is out of range: it must be 1..500");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "Infinity", "1d", "0x1p-1", "half", "1e999999999", ""})
  void refusesNumbersThatAreNotPlain(String text) {
    Map<String, String> values = Map.of("max-age", "1", "share", text);

    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> parameters.read(values))
        .withMessage("share=" + text + " must be a plain number");
  }

  @ParameterizedTest
  @CsvSource({"true, true", "YES, true", "on, true", "false, false", "no, false", "Off, false"})
  void readsYesAndNoInTheirUsualSpellings(String text, boolean expected) {
    Map<String, String> values = Map.of("max-age", "1", "dry.run", text);

    CrossConfig config = parameters.read(values);

    assertThat(config.dry_run()).isEqualTo(expected);
  }

  @Test
  void keepsSecretsOutOfItsText() {
    CrossConfig config = parameters.read(Map.of("max-age", "60", "api_key", "s3cr3t"));

    String text = config.toString();

    assertThat(config.api__key()).isEqualTo("s3cr3t");
    assertThat(text)
        .isEqualTo(
            "@CrossConfig{slow=20, fast=10, share=0.5, dry.run=false, mode=close, max-age=60, "
                + "api_key=***}");
  }

  @Test
  void refusesTypesThatDeclareNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Parameters.of(String.class))
        .withMessage("java.lang.String must be an annotation type");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Parameters.of(Deprecated.class))
        .withMessage(
            "java.lang.Deprecated has no /OSGI-INF/metatype/java.lang.Deprecated.xml: "
                + "mark it with @ObjectClassDefinition");
  }
}
