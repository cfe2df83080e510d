package dev.bourse.testkit.exchange.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder.request;

import dev.bourse.testkit.exchange.KitVenue;
import dev.bourse.testkit.exchange.LiveExchangeKit;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * A kit that nothing fails proves nothing: each fault is caught by the rule that is meant for it.
 */
@Tag("P9")
class KitCatchesFaultsTest {
  private static final ThreadLocal<Sabotage> CURRENT = new ThreadLocal<>();

  /** The kit on an adapter that is wrong; run by the test below and by nobody else. */
  static final class Sabotaged extends LiveExchangeKit {
    @Override
    protected KitVenue startVenue() {
      return new SabotagedVenue(CURRENT.get());
    }
  }

  /** Which rules failed. */
  private static final class Failed implements TestExecutionListener {
    private final Set<String> rules = new TreeSet<>();
    private int finished;

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (test.isTest()) {
        finished++;
      }
      if (result.getStatus() == TestExecutionResult.Status.FAILED) {
        test.getSource()
            .filter(MethodSource.class::isInstance)
            .map(MethodSource.class::cast)
            .ifPresent(source -> rules.add(source.getMethodName()));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Sabotage.class)
  void theRuleThatIsMeantForAFaultFails(Sabotage sabotage) {
    Failed failed = new Failed();
    CURRENT.set(sabotage);

    LauncherFactory.create().execute(only(sabotage.rule()), failed);
    CURRENT.remove();

    assertThat(failed.rules).containsExactly(sabotage.rule());
    assertThat(failed.finished).isPositive();
  }

  private static LauncherDiscoveryRequest only(String rule) {
    PostDiscoveryFilter named = descriptor -> FilterResult.includedIf(isNamed(descriptor, rule));
    return request()
        .selectors(selectClass(Sabotaged.class))
        .filters(EngineFilter.includeEngines("junit-jupiter"), named)
        .build();
  }

  private static boolean isNamed(TestDescriptor descriptor, String rule) {
    return descriptor
        .getSource()
        .filter(MethodSource.class::isInstance)
        .map(MethodSource.class::cast)
        .map(source -> source.getMethodName().equals(rule))
        .orElse(true);
  }
}
