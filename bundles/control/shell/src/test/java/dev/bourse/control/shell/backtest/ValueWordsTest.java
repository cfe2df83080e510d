package dev.bourse.control.shell.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("P4")
@Tag("P15")
class ValueWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fast=5..20:5 | [5, 10, 15, 20]",
        "fast=5..22:5 | [5, 10, 15, 20]",
        "fast=1..3 | [1, 2, 3]",
        "fast=7..7:2 | [7]",
        "fast=-1..1 | [-1, 0, 1]",
        "size=0.1..0.3:0.1 | [0.1, 0.2, 0.3]",
        "slow=20,30,50 | [20, 30, 50]",
        "slow=1..3,10, 20..40:20 | [1, 2, 3, 10, 20, 40]",
        "mode=fast,slow | [fast, slow]"
      })
  void readsRangesAndLists(String word, String values) {
    Map<String, List<String>> read = ValueWords.of(List.of(word));

    assertThat(read).hasSize(1);
    assertThat(read.get(word.substring(0, word.indexOf('='))).toString()).isEqualTo(values);
  }

  @Test
  void keepsTheOrderOfTheParameters() {
    Map<String, List<String>> read = ValueWords.of(List.of("slow=1", "fast=2"));

    assertThat(read.keySet()).containsExactly("slow", "fast");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fast | \"fast\" must be key=values, like fast=5..20:5 or slow=20,30,50.",
        "=5 | \"=5\" must be key=values, like fast=5..20:5 or slow=20,30,50.",
        "fast= | \"fast=\" has an empty value.",
        "fast=1,,2 | \"fast=1,,2\" has an empty value.",
        "fast=5..20:0 | \"fast=5..20:0\" needs a step above zero.",
        "fast=5..20:-5 | \"fast=5..20:-5\" needs a step above zero.",
        "fast=20..5 | \"fast=20..5\" begins above its end.",
        "fast=1..many | \"fast=1..many\" needs numbers around its dots, not \"many\".",
        "fast=..5 | \"fast=..5\" needs numbers around its dots, not \"\".",
        "fast=1..5: | \"fast=1..5:\" needs numbers around its dots, not \"\".",
        "fast=0..1:0.00001 | \"fast=0..1:0.00001\" has more than 10000 values: take a wider step."
      })
  void refusesWhatIsNoValues(String word, String sentence) {
    assertThatThrownBy(() -> ValueWords.of(List.of(word)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(sentence);
  }

  @Test
  void refusesAParameterThatIsGivenTwice() {
    assertThatThrownBy(() -> ValueWords.of(List.of("fast=1", "fast=2")))
        .hasMessage("fast is given twice.");
  }
}
