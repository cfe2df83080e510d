package dev.bourse.itests.karaf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.LifecycleEvent;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.trace.TraceQuery;
import dev.bourse.api.trace.Turn;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.api.trader.Trader;
import dev.bourse.api.trader.TraderSnapshot;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.apache.karaf.features.FeaturesService;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.wiring.BundleWiring;

/**
 * What is exchanged while it trades: a strategy of a user's own, dropped into the folder for
 * plug-ins, and the exchange adapter. One story, in order; beside it beats a trader that has
 * nothing to do with it.
 */
@ExtendWith({OwnStrategy.class, Figures.class})
@InsideKaraf
@Tag("P8")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HotSwapIT {
  private static final String ADAPTER = "bourse-exchange-simulated";

  @Test
  @org.junit.jupiter.api.Order(1)
  @Tag("P1")
  @Tag("P7")
  void aDroppedStrategyTurnsWaitingIntoItsFirstOrder(Container karaf) throws Exception {
    OwnStrategy.configure(karaf.home("conf"), "speed = 600\ntrace.market = true\n");
    Trader trader = karaf.trader("mycross");
    Patience.until("mycross waits", () -> !trader.snapshot().detail().contains("not started"));
    TraderSnapshot waiting = trader.snapshot();

    OwnStrategy.drop(1, karaf.home("deploy"));
    TraderSnapshot trading = await(trader, "one order rests", view -> accepted(view).size() == 1);

    assertThat(waiting.status()).isEqualTo(TraderStatus.WAITING);
    assertThat(waiting.detail()).isEqualTo("strategy type my-cross is not installed");
    assertThat(trading.status()).isEqualTo(TraderStatus.RUNNING);
    assertThat(trading.orders())
        .extracting(Order::status)
        .containsExactly(OrderStatus.FILLED, OrderStatus.ACCEPTED);
    assertThat(trading.positions().get(0).quantity().toString()).startsWith("0.01");
  }

  @Test
  @org.junit.jupiter.api.Order(2)
  @Tag("P1")
  void theNextVersionGoesOnWithPositionAndOrderAndNobodyElsePauses(Container karaf)
      throws Exception {
    Trader trader = karaf.trader("mycross");
    Pulse pulse = Pulse.of(karaf);
    TraderSnapshot before = trader.snapshot();
    long quiet = pulse.sequence();
    pulse.beat(3_000);
    long from = pulse.sequence();

    OwnStrategy.drop(2, karaf.home("deploy"));
    TraderSnapshot after = await(trader, "version 2 orders", view -> accepted(view).size() == 2);
    pulse.beat(1_000);
    long to = pulse.sequence();

    assertThat(after.strategies().get(0).version()).isEqualTo("2.0.0");
    assertThat(after.positions()).isEqualTo(before.positions());
    assertThat(after.orders().subList(0, 2)).isEqualTo(before.orders());
    assertThat(after.orders().get(2).spec().price()).hasToString("101.00");
    assertHasNoGap(turns(trader), 0);
    List<Turn> swap = pulse.turns(from, to);
    assertHasNoGap(swap, from + 1);
    assertThat(Pulse.statusChanges(swap)).isEmpty();
    Figures.report(
        "Largest gap between the turns of another trader: %d us during the swap, %d us before it"
            .formatted(
                Pulse.largestGapMicros(swap), Pulse.largestGapMicros(pulse.turns(quiet, from))));
  }

  @Test
  @org.junit.jupiter.api.Order(3)
  @Tag("P1")
  void keptStateHasSeenEveryTradeOnceOverBothVersions(Container karaf) throws Exception {
    Trader trader = karaf.trader("mycross");

    Files.delete(karaf.home("deploy/my-cross.jar"));
    await(trader, "the strategy left", view -> view.status() == TraderStatus.REDUCING);
    await(
        trader,
        "what it left is written",
        view -> turns(trader).stream().filter(HotSwapIT::leaves).count() == 2);
    List<Turn> turns = turns(trader);
    OwnStrategy.drop(2, karaf.home("deploy"));
    await(trader, "the strategy is back", view -> view.status() == TraderStatus.RUNNING);

    List<Turn> leaves = turns.stream().filter(HotSwapIT::leaves).toList();
    assertThat(leaves).hasSize(2);
    assertThat(leaves)
        .allSatisfy(turn -> assertThat(kept(turn)).isEqualTo(tradesBefore(turn, turns)));
    assertThat(kept(leaves.get(0))).isLessThan(kept(leaves.get(1)));
  }

  @Test
  @org.junit.jupiter.api.Order(4)
  @Tag("P2")
  @Tag("A5")
  @Tag("P7")
  void theTraderSaysThatItWaitsForItsExchangeAndGoesOnWhenItIsBack(Container karaf)
      throws Exception {
    FeaturesService features = karaf.service(FeaturesService.class);
    Trader trader = karaf.trader("mycross");
    TraderSnapshot before = trader.snapshot();

    features.uninstallFeature(ADAPTER);
    TraderSnapshot away =
        await(trader, "its exchange is away", view -> view.status() == TraderStatus.WAITING);
    features.installFeature(ADAPTER);
    long back = before.epoch() + 1;
    TraderSnapshot after =
        await(
            trader,
            "it trades again",
            view -> view.status() == TraderStatus.RUNNING && view.epoch() == back);
    await(trader, "it sees data", view -> view.sequence() > after.sequence() + 500);

    assertThat(away.detail()).isEqualTo("exchange type simulated is not installed");
    assertThat(away.positions()).isEqualTo(before.positions());
    assertThat(away.orders()).isEqualTo(before.orders());
    assertThat(trader.snapshot().positions()).isEqualTo(before.positions());
    assertThat(trader.snapshot().orders())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("updatedAt") // was reconciled
        .isEqualTo(before.orders());
    assertHasNoGap(turns(trader), 0);
  }

  @Test
  @org.junit.jupiter.api.Order(5)
  @Tag("P2")
  @Tag("P3")
  void everyOtherFeatureComesAndGoesWhileTheEngineNeverStops(Container karaf) throws Exception {
    FeaturesService features = karaf.service(FeaturesService.class);
    Pulse pulse = Pulse.of(karaf);
    long from = pulse.sequence();
    List<String> others = karaf.parts("bourse-platform", "bourse-persistence-mapdb");

    List<BundleEvent> engine = new CopyOnWriteArrayList<>();
    Container.Listening listening = karaf.listen("dev.bourse.engine", engine::add);
    for (String feature : others) {
      features.uninstallFeature(feature);
      assertThat(features.isInstalled(features.getFeature(feature))).as(feature).isFalse();
      pulse.beat(200);
      features.installFeature(feature);
      assertThat(features.isInstalled(features.getFeature(feature))).as(feature).isTrue();
    }
    await(karaf.trader("demo"), "demo runs", view -> view.status() == TraderStatus.RUNNING);
    await(karaf.trader("mycross"), "it runs", view -> view.status() == TraderStatus.RUNNING);

    listening.close();

    assertThat(others).hasSizeGreaterThanOrEqualTo(13);
    assertThat(engine).isEmpty();
    List<Turn> turns = pulse.turns(from, pulse.sequence());
    assertHasNoGap(turns, from + 1);
    assertThat(Pulse.statusChanges(turns)).isEmpty();
  }

  @Test
  @org.junit.jupiter.api.Order(6)
  @Tag("P1")
  void classLoadersOfTwentyVersionsAreCollected(Container karaf) throws Exception {
    Trader trader = karaf.trader("mycross");
    Bundle bundle = karaf.bundle("com.example.mycross");
    List<WeakReference<ClassLoader>> former = new ArrayList<>();

    for (int i = 0; i < 20; i++) {
      former.add(new WeakReference<>(bundle.adapt(BundleWiring.class).getClassLoader()));
      long binds = binds(trader);
      karaf.update(bundle, OwnStrategy.jar(i % 2 + 1));
      karaf.refresh(bundle);
      Patience.until("it is bound again", () -> binds(trader) > binds);
    }

    Patience.until("all former class loaders are gone", () -> areCollected(former));
    assertThat(trader.snapshot().status()).isEqualTo(TraderStatus.RUNNING);
    assertThat(trader.snapshot().positions().get(0).quantity().toString()).startsWith("0.01");
  }

  private static boolean areCollected(List<WeakReference<ClassLoader>> references) {
    System.gc();
    return references.stream().allMatch(reference -> reference.get() == null);
  }

  private static long binds(Trader trader) {
    return turns(trader).stream()
        .filter(turn -> turn.event() instanceof LifecycleEvent.StrategyBound)
        .count();
  }

  private static TraderSnapshot await(
      Trader trader, String what, Predicate<TraderSnapshot> condition) throws Exception {
    Patience.until(what, () -> condition.test(trader.snapshot()));
    return trader.snapshot();
  }

  private static List<Order> accepted(TraderSnapshot view) {
    return view.orders().stream().filter(order -> order.status() == OrderStatus.ACCEPTED).toList();
  }

  private static List<Turn> turns(Trader trader) {
    TraceQuery all = new TraceQuery(0, Long.MIN_VALUE, Long.MAX_VALUE, "", /* market= */ true);
    return trader.trace().read(all, Integer.MAX_VALUE);
  }

  private static void assertHasNoGap(List<Turn> turns, long first) {
    assertThat(turns).hasSizeGreaterThan(100);
    assertThat(turns)
        .extracting(Turn::sequence)
        .isEqualTo(LongStream.range(first, first + turns.size()).boxed().toList());
  }

  private static boolean leaves(Turn turn) {
    return turn.event() instanceof LifecycleEvent.StrategyUnbound;
  }

  /** What the strategy counted, as it was written down when it left. */
  private static long kept(Turn turn) {
    return turn.results().stream()
        .filter(TurnResult.StateSaved.class::isInstance)
        .map(TurnResult.StateSaved.class::cast)
        .filter(saved -> saved.name().equals("trades"))
        .mapToLong(saved -> new StateReader(saved.bytes()).getLong())
        .findFirst()
        .orElseThrow();
  }

  private static long tradesBefore(Turn end, List<Turn> turns) {
    return turns.stream()
        .filter(turn -> turn.sequence() < end.sequence())
        .filter(turn -> turn.event() instanceof Trade)
        .count();
  }
}
