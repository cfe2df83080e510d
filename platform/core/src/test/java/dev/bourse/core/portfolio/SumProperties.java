package dev.bourse.core.portfolio;

import static dev.bourse.core.Fixture.USD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.api.model.Int128;
import dev.bourse.api.model.Money;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Running sums against values that are added one by one. */
class SumProperties {
  @Property
  void isWhatAddingValuesGives(@ForAll @Size(max = 50) List<Long> amounts) {
    Sum sum = new Sum(USD);
    Money plain = USD.zero();

    for (long amount : amounts) {
      Money wide = new Money(Int128.product(amount, amount >> 3), USD);
      Money narrow = new Money(Int128.of(amount), USD);
      sum.add(wide);
      sum.subtract(narrow);
      plain = plain.plus(wide).minus(narrow);
    }

    assertThat(sum.value()).isEqualTo(plain);
  }

  @Test
  void refusesWhatDoesNotFitAndStaysAsItWas() {
    Sum sum = new Sum(USD);
    Money most = new Money(new Int128(Long.MAX_VALUE, -1), USD);
    sum.add(most);

    assertThatThrownBy(() -> sum.add(new Money(Int128.of(1), USD)))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContaining("does not fit 128 bits");
    assertThat(sum.value()).isEqualTo(most);
  }
}
