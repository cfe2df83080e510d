package dev.bourse.testkit.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.config.Parameter;
import dev.bourse.api.config.Parameters;
import dev.bourse.api.strategy.StrategyContext;
import dev.bourse.api.strategy.StrategyFactory;
import dev.bourse.api.strategy.TradingStrategy;
import dev.bourse.testkit.ConfigFixtures;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is asked of every strategy, and how it is made for that. */
@Tag("P9")
abstract class StrategyRules<C> {
  static final int BARS = 400;

  /** A new factory. */
  protected abstract StrategyFactory<C> factory();

  /**
   * Parameters that differ from the defaults, as keys and values in turn; none unless overridden.
   */
  protected String[] parameters() {
    return new String[0];
  }

  @Test
  void describesEveryParameter() {
    Parameters<C> all = Parameters.of(factory().configType());

    List<Parameter> parameters = all.list();

    assertThat(parameters).extracting(Parameter::description).doesNotContain("");
    assertThat(all.description()).isNotEmpty();
  }

  /**
   * A strategy of the kind that a kit is for.
   *
   * @param mistaken what is wrong with one of the other kind, where to go; after its name
   */
  <T extends TradingStrategy> T made(
      StrategyFactory<C> factory, StrategyContext context, Class<T> kind, String mistaken) {
    TradingStrategy made =
        factory.create(ConfigFixtures.of(factory.configType(), parameters()), context);
    assertThat(made)
        .withFailMessage("%s %s", made.getClass().getName(), mistaken)
        .isInstanceOf(kind);
    return kind.cast(made);
  }
}
