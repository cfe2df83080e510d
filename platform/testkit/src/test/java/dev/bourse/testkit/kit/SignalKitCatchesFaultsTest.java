package dev.bourse.testkit.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder.request;

import dev.bourse.api.strategy.StrategyFactory;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * A kit that nothing fails proves nothing: each fault of a strategy of signals is caught by the
 * rule that is meant for it.
 */
@Tag("P9")
class SignalKitCatchesFaultsTest {
  private static final ThreadLocal<StrategyFactory<Rises.Config>> CURRENT = new ThreadLocal<>();

  private final CountDownLatch over = new CountDownLatch(1);

  /** The kit on a strategy; run by the tests below and by nobody else. */
  static final class Tried extends SignalStrategyKit<Rises.Config> {
    @Override
    protected StrategyFactory<Rises.Config> factory() {
      return CURRENT.get();
    }

    @Override
    protected String[] contradicting() {
      return new String[] {"closes", "1", "quantity", "9"};
    }
  }

  /** The kit for event strategies on one that is none. */
  static final class Mistaken extends StrategyKit<Rises.Config> {
    @Override
    protected StrategyFactory<Rises.Config> factory() {
      return CURRENT.get();
    }
  }

  /** What failed, and why. */
  private static final class Failed implements TestExecutionListener {
    private final Map<String, String> rules = new TreeMap<>();
    private int finished;

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      finished += test.isTest() ? 1 : 0;
      if (result.getStatus() == TestExecutionResult.Status.FAILED) {
        String why = result.getThrowable().map(Throwable::getMessage).orElse("");
        test.getSource()
            .filter(MethodSource.class::isInstance)
            .map(MethodSource.class::cast)
            .ifPresent(source -> rules.put(source.getMethodName(), why));
      }
    }
  }

  @AfterEach
  void endWhatWasLeft() {
    over.countDown();
    CURRENT.remove();
  }

  private Failed run(Class<?> kit, @Nullable SignalFault fault) {
    Failed failed = new Failed();
    CURRENT.set(new Rises(fault, over));
    LauncherFactory.create()
        .execute(
            request()
                .selectors(selectClass(kit))
                .filters(EngineFilter.includeEngines("junit-jupiter"))
                .build(),
            failed);
    return failed;
  }

  @Test
  void aStrategyThatIsRightPassesEveryRule() {
    Failed failed = run(Tried.class, null);

    assertThat(failed.rules).isEmpty();
    assertThat(failed.finished).isGreaterThan(SignalFault.values().length - 1);
  }

  @ParameterizedTest
  @EnumSource(SignalFault.class)
  void theRuleThatIsMeantForAFaultFails(SignalFault fault) {
    Failed failed = run(Tried.class, fault);

    assertThat(failed.rules).containsKey(fault.rule());
  }

  @Test
  void theKitForEventStrategiesSaysThatSignalsHaveTheirOwn() {
    Failed failed = run(Mistaken.class, null);

    assertThat(failed.rules.get("tradesOnAMarketThatMoves"))
        .isEqualTo(
            Rises.class.getName()
                + "$Signals gives signals: strategies of signals have a kit of their own,"
                + " SignalStrategyKit");
  }
}
