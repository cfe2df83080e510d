package dev.bourse.engine.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.OmsType;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.model.TraderId;
import dev.bourse.api.model.TradingMode;
import dev.bourse.api.model.WarmUp;
import dev.bourse.api.persistence.Retention;
import dev.bourse.engine.config.ConfigFile.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("A13")
class ConfigurationTest {
  private static final TraderId DEMO = new TraderId("demo");

  private final ConfigFixture files = new ConfigFixture();

  @Test
  void putsTheFilesOfATraderTogether() {
    files.demo();

    Configuration read = files.read();

    assertThat(read.problems()).isEmpty();
    assertThat(read.refused()).isEmpty();
    TraderDefinition trader = read.traders().get(DEMO);
    assertThat(trader.values().mode()).isEqualTo(TradingMode.REPLAY);
    assertThat(trader.values().deadline()).isEqualTo(Duration.ofSeconds(5));
    assertThat(trader.accounts())
        .containsExactly(
            new AccountDefinition(
                new AccountId("paper"), "simulated", Map.of("cash", "10000 USD")));
    assertThat(trader.strategies())
        .containsExactly(
            new StrategyDefinition(
                new StrategyId("ema"),
                "emacross",
                new AccountId("paper"),
                List.of(InstrumentId.of("BTCUSD.BITSTAMP")),
                "1m",
                "",
                WarmUp.NONE,
                "",
                OmsType.NETTING,
                Map.of("fast", "10")));
    assertThat(trader.risks())
        .containsExactly(new RiskDefinition("limits", "limits", Map.of("max.orders", "3")));
  }

  @Test
  void readsTheCurrencyInWhichAnAccountIsValued() {
    files.add(
        Kind.TRADER, "demo", "mode", "replay", "accounts", "paper", "risk", "none", "data", "x");
    files.add(
        Kind.ACCOUNT, "paper", "trader", "demo", "type", "simulated", "account.currency", "usdt");

    Configuration read = files.read();

    assertThat(read.refused()).isEmpty();
    assertThat(read.traders().get(DEMO).accounts())
        .containsExactly(
            new AccountDefinition(new AccountId("paper"), "simulated", "USDT", Map.of()));
  }

  @Test
  void refusesAnUnknownKeyByName() {
    files.demo();
    files.add(
        Kind.TRADER, "demo", "mode", "replay", "acounts", "paper", "risk", "none", "data", "x");

    Configuration read = files.read();

    assertThat(read.traders()).isEmpty();
    assertThat(read.refused().get(DEMO))
        .singleElement()
        .asString()
        .startsWith("trader demo (dev.bourse.trader-demo.cfg): accounts is missing")
        .contains("unknown key \"acounts\": known are mode, accounts, risk,");
  }

  @Test
  void refusesValuesThatAreNoValues() {
    files.demo();
    files.add(
        Kind.TRADER, "demo", "mode", "fast", "accounts", "paper", "risk", "none", "laps", "-1");

    Configuration read = files.read();

    assertThat(read.refused().get(DEMO))
        .singleElement()
        .asString()
        .contains("mode=fast must be one of paper, replay, live")
        .contains("laps=-1 is out of range: it must be 0 or more");
  }

  @Test
  void refusesADurationWithoutUnit() {
    files.demo();
    files.add(
        Kind.TRADER,
        "demo",
        "mode",
        "replay",
        "accounts",
        "paper",
        "risk",
        "limits",
        "data",
        "x",
        "flush.interval",
        "50");

    Configuration read = files.read();

    assertThat(read.refused().get(DEMO))
        .containsExactly(
            "trader demo (dev.bourse.trader-demo.cfg): flush.interval=50 must be a duration above"
                + " zero, such as 50ms, 5s, 10m or 1h");
  }

  @ParameterizedTest
  @CsvSource({"bar, 1m", "warmup.data, bitstamp"})
  @Tag("A12")
  void refusesAWarmUpWithoutBarsOrWithoutTheDataSet(String key, String value) {
    files.demo();
    files.add(
        Kind.STRATEGY,
        "late",
        "trader",
        "demo",
        "type",
        "emacross",
        "instruments",
        "BTCUSD.BITSTAMP",
        "warmup",
        "200",
        key,
        value);

    Configuration read = files.read();

    assertThat(read.refused().get(DEMO))
        .singleElement()
        .asString()
        .endsWith(
            "warmup=200 needs bars to be told, like bar=1m, and the data set that they are read"
                + " from, like warmup.data=btcusdt");
  }

  @Test
  @Tag("A12")
  void aTraderThatHasAVenueNeedsNoDataSetForAWarmUp() {
    files.demo();
    files.add(
        Kind.TRADER,
        "demo",
        "mode",
        "paper",
        "accounts",
        "paper",
        "persistence",
        "memory",
        "risk",
        "limits",
        "data",
        "x");
    files.add(
        Kind.STRATEGY,
        "late",
        "trader",
        "demo",
        "type",
        "emacross",
        "instruments",
        "ETHUSD.BITSTAMP",
        "bar",
        "1m",
        "warmup",
        "200");

    Configuration read = files.read();

    assertThat(read.refused()).isEmpty();
    assertThat(read.traders().get(DEMO).strategies())
        .extracting(StrategyDefinition::history)
        .containsOnly("");
  }

  @Test
  @Tag("K1")
  void readsHowLongTheTraceIsKept() {
    assertThat(retention()).isEqualTo(Retention.DECISIONS);
    assertThat(retention("trace.market", "true")).isEqualTo(Retention.ALL);
    assertThat(retention("trace.retention.decisions", "365d"))
        .isEqualTo(new Retention(Duration.ZERO, Duration.ofDays(365)));
    assertThat(
            retention(
                "trace.market",
                "true",
                "trace.retention.market",
                "30d",
                "trace.retention.decisions",
                "365d"))
        .isEqualTo(new Retention(Duration.ofDays(30), Duration.ofDays(365)));
  }

  @Test
  @Tag("K1")
  void refusesARetentionThatCannotBeMeant() {
    Map<String, List<String>> mistakes = new TreeMap<>();
    mistakes.put(
        "trace.retention.market=30d has no effect while trace.market=false keeps no market data:"
            + " set trace.market=true or leave it out",
        List.of("trace.retention.market", "30d"));
    mistakes.put(
        "trace.retention.market=30d must not be above trace.retention.decisions=7d: market data"
            + " goes with the decisions at the latest",
        List.of(
            "trace.market",
            "true",
            "trace.retention.market",
            "30d",
            "trace.retention.decisions",
            "7d"));
    mistakes.put(
        "trace.retention.decisions=never must be a duration above zero, such as 50ms, 5s, 10m or"
            + " 1h, or forever",
        List.of("trace.retention.decisions", "never"));

    mistakes.forEach(
        (sentence, keys) -> {
          files.demo(keys.toArray(String[]::new));
          assertThat(files.read().refused().get(DEMO))
              .containsExactly("trader demo (dev.bourse.trader-demo.cfg): " + sentence);
        });
  }

  @Test
  void demandsThatNoRiskModulesAreWrittenOut() {
    files.demo();
    files.add(Kind.TRADER, "demo", "mode", "replay", "accounts", "paper", "data", "x");

    Configuration read = files.read();

    assertThat(read.refused().get(DEMO))
        .singleElement()
        .asString()
        .startsWith("trader demo (dev.bourse.trader-demo.cfg): risk is missing")
        .contains("none must be written out");
  }

  @Test
  void refusesTwoTradersThatClaimOneAccount() {
    files.demo();
    files.add(
        Kind.TRADER, "other", "mode", "replay", "accounts", "paper", "risk", "none", "data", "x");

    Configuration read = files.read();

    String sentence =
        "account paper is claimed by traders demo and other: an account belongs to exactly one"
            + " trader";
    assertThat(read.traders()).isEmpty();
    assertThat(read.refused().get(DEMO)).contains(sentence);
    assertThat(read.refused().get(new TraderId("other"))).contains(sentence);
  }

  @Test
  void namesTheFileThatIsMissing() {
    files.demo();
    files.remove(Kind.RISK);

    Configuration read = files.read();

    assertThat(read.refused().get(DEMO))
        .containsExactly("risk module limits has no file: create dev.bourse.risk-limits.cfg");
  }

  @Test
  void saysThatAFileBelongsToNoTrader() {
    files.demo();
    files.add(Kind.STRATEGY, "lost", "trader", "nobody", "type", "emacross", "instruments", "A.B");
    files.add(Kind.ACCOUNT, "spare", "trader", "demo", "type", "simulated");

    Configuration read = files.read();

    assertThat(read.traders()).containsOnlyKeys(DEMO);
    assertThat(read.problems())
        .containsExactlyInAnyOrder(
            "strategy lost (dev.bourse.strategy-lost.cfg): there is no trader nobody: create"
                + " dev.bourse.trader-nobody.cfg or correct trader=",
            "account spare (dev.bourse.account-spare.cfg): trader demo does not list it: add it to"
                + " accounts=");
  }

  @Test
  void givesAnInstrumentOfAnAccountOneOwner() {
    files.demo();
    files.add(
        Kind.STRATEGY,
        "second",
        "trader",
        "demo",
        "type",
        "emacross",
        "instruments",
        "BTCUSD.BITSTAMP");

    Configuration read = files.read();

    assertThat(read.refused().get(DEMO))
        .containsExactly(
            "strategy second (dev.bourse.strategy-second.cfg): BTCUSD.BITSTAMP on account paper is"
                + " owned by strategy ema: an instrument of an account has one owner");
  }

  private Retention retention(String... keysAndValues) {
    files.demo(keysAndValues);
    return files.read().traders().get(DEMO).values().retention();
  }
}
