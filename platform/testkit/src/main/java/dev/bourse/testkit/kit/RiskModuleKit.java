package dev.bourse.testkit.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.config.Parameter;
import dev.bourse.api.config.Parameters;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.Side;
import dev.bourse.api.risk.RiskDecision;
import dev.bourse.api.risk.RiskModule;
import dev.bourse.api.risk.RiskModuleFactory;
import dev.bourse.testkit.ConfigFixtures;
import dev.bourse.testkit.Instruments;
import dev.bourse.testkit.TestOrders;
import dev.bourse.testkit.TestRiskView;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What every risk module has to do: decide by the order and the view alone, with numbers, and
 * closed where it cannot know.
 *
 * @param <C> the annotation type of its limits
 */
@Tag("P9")
public abstract class RiskModuleKit<C> {
  private static final Order ORDER = TestOrders.market("a", Instruments.BTCUSD, Side.BUY, "0.1");

  /** For the module's test. */
  protected RiskModuleKit() {}

  /** A new factory. */
  protected abstract RiskModuleFactory<C> factory();

  /**
   * Limits that let a buy of 0.1 BTC at 100 USD pass, as keys and values in turn; the defaults
   * unless overridden.
   */
  protected String[] limits() {
    return new String[0];
  }

  @Test
  void describesEveryLimit() {
    List<Parameter> parameters = Parameters.of(factory().configType()).list();

    assertThat(parameters).extracting(Parameter::description).doesNotContain("");
  }

  @Test
  void letsASmallOrderPassAndSaysWhatItLookedAt() {
    TestRiskView view = TestRiskView.with(Instruments.BTCUSD, "100.00");

    RiskDecision decision = module().check(ORDER, view);

    assertThat(decision).isInstanceOf(RiskDecision.Passed.class);
    assertThat(decision.numbers()).contains("=");
  }

  @Test
  void deniesAnEntryWhoseWorthItCannotKnow() {
    TestRiskView view = TestRiskView.empty();

    RiskDecision decision = module().check(ORDER, view);

    assertThat(decision).isInstanceOf(RiskDecision.Denied.class);
    assertThat(decision.numbers()).contains("=");
  }

  @Test
  void decidesTheSameOnTheSame() {
    TestRiskView view = TestRiskView.with(Instruments.BTCUSD, "100.00");
    RiskModule module = module();

    RiskDecision first = module.check(ORDER, view);
    module.check(TestOrders.market("b", Instruments.BTCUSD, Side.SELL, "5"), view);

    assertThat(module.check(ORDER, view)).isEqualTo(first);
    assertThat(module().check(ORDER, view)).isEqualTo(first);
  }

  private RiskModule module() {
    return factory().create(ConfigFixtures.of(factory().configType(), limits()));
  }
}
