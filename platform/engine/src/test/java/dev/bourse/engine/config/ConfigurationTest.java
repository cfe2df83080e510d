package dev.bourse.engine.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.model.TraderId;
import dev.bourse.api.model.TradingMode;
import dev.bourse.api.model.WarmUp;
import dev.bourse.api.persistence.Retention;
import dev.bourse.engine.config.ConfigFile.Kind;
import java.time.Duration;
import java.util.ArrayList;
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

  private final List<ConfigFile> files = new ArrayList<>();

  @Test
  void putsTheFilesOfATraderTogether() {
    demo();

    Configuration read = Configuration.of(files);

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
                Map.of("fast", "10")));
    assertThat(trader.risks())
        .containsExactly(new RiskDefinition("limits", "limits", Map.of("max.orders", "3")));
  }

  @Test
  void readsTheCurrencyInWhichAnAccountIsValued() {
    add(Kind.TRADER, "demo", "mode", "replay", "accounts", "paper", "risk", "none", "data", "x");
    add(Kind.ACCOUNT, "paper", "trader", "demo", "type", "simulated", "account.currency", "usdt");

    Configuration read = Configuration.of(files);

    assertThat(read.refused()).isEmpty();
    assertThat(read.traders().get(DEMO).accounts())
        .containsExactly(
            new AccountDefinition(new AccountId("paper"), "simulated", "USDT", Map.of()));
  }

  @Test
  void refusesAnUnknownKeyByName() {
    demo();
    add(Kind.TRADER, "demo", "mode", "replay", "acounts", "paper", "risk", "none", "data", "x");

    Configuration read = Configuration.of(files);

    assertThat(read.traders()).isEmpty();
    assertThat(read.refused().get(DEMO))
        .singleElement()
        .asString()
        .startsWith("trader demo (dev.bourse.trader-demo.cfg): accounts is missing")
        .contains("unknown key \"acounts\": known are mode, accounts, risk,");
  }

  @Test
  void givesTheAdapterOfAPaperTradersDataItsKeys() {
    demo();
    add(
        Kind.TRADER,
        "demo",
        "mode",
        "paper",
        "accounts",
        "paper",
        "risk",
        "limits",
        "data",
        "binance",
        "data.books",
        "diffs");

    Configuration read = Configuration.of(files);

    assertThat(read.refused()).isEmpty();
    assertThat(read.traders().get(DEMO).feed()).containsExactly(Map.entry("books", "diffs"));
    assertThat(read.traders().get(DEMO).given()).doesNotContainKey("data.books");
  }

  @Test
  void refusesKeysOfAnAdapterThatRecordedDataDoesNotHave() {
    demo();
    add(
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
        "data.books",
        "diffs");

    Configuration read = Configuration.of(files);

    assertThat(read.refused().get(DEMO))
        .containsExactly(
            "trader demo (dev.bourse.trader-demo.cfg): data.books is for mode=paper, where data="
                + " names an adapter that reads it; here it does nothing: leave it out");
  }

  @Test
  void refusesValuesThatAreNoValues() {
    demo();
    add(Kind.TRADER, "demo", "mode", "fast", "accounts", "paper", "risk", "none", "laps", "-1");

    Configuration read = Configuration.of(files);

    assertThat(read.refused().get(DEMO))
        .singleElement()
        .asString()
        .contains("mode=fast must be one of paper, replay, live")
        .contains("laps=-1 is out of range: it must be 0 or more");
  }

  @Test
  void refusesADurationWithoutUnit() {
    demo();
    add(
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

    Configuration read = Configuration.of(files);

    assertThat(read.refused().get(DEMO))
        .containsExactly(
            "trader demo (dev.bourse.trader-demo.cfg): flush.interval=50 must be a duration above"
                + " zero, such as 50ms, 5s, 10m or 1h");
  }

  @ParameterizedTest
  @CsvSource({"bar, 1m", "warmup.data, bitstamp"})
  @Tag("A12")
  void refusesAWarmUpWithoutBarsOrWithoutTheDataSet(String key, String value) {
    demo();
    add(
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

    Configuration read = Configuration.of(files);

    assertThat(read.refused().get(DEMO))
        .singleElement()
        .asString()
        .endsWith(
            "warmup=200 needs bars to be told, like bar=1m, and the data set that they are read"
                + " from, like warmup.data=btcusdt");
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
          demo(keys.toArray(String[]::new));
          assertThat(Configuration.of(files).refused().get(DEMO))
              .containsExactly("trader demo (dev.bourse.trader-demo.cfg): " + sentence);
        });
  }

  @Test
  void demandsThatNoRiskModulesAreWrittenOut() {
    demo();
    add(Kind.TRADER, "demo", "mode", "replay", "accounts", "paper", "data", "x");

    Configuration read = Configuration.of(files);

    assertThat(read.refused().get(DEMO))
        .singleElement()
        .asString()
        .startsWith("trader demo (dev.bourse.trader-demo.cfg): risk is missing")
        .contains("none must be written out");
  }

  @Test
  void refusesTwoTradersThatClaimOneAccount() {
    demo();
    add(Kind.TRADER, "other", "mode", "replay", "accounts", "paper", "risk", "none", "data", "x");

    Configuration read = Configuration.of(files);

    String sentence =
        "account paper is claimed by traders demo and other: an account belongs to exactly one"
            + " trader";
    assertThat(read.traders()).isEmpty();
    assertThat(read.refused().get(DEMO)).contains(sentence);
    assertThat(read.refused().get(new TraderId("other"))).contains(sentence);
  }

  @Test
  void namesTheFileThatIsMissing() {
    demo();
    files.removeIf(file -> file.kind() == Kind.RISK);

    Configuration read = Configuration.of(files);

    assertThat(read.refused().get(DEMO))
        .containsExactly("risk module limits has no file: create dev.bourse.risk-limits.cfg");
  }

  @Test
  void saysThatAFileBelongsToNoTrader() {
    demo();
    add(Kind.STRATEGY, "lost", "trader", "nobody", "type", "emacross", "instruments", "A.B");
    add(Kind.ACCOUNT, "spare", "trader", "demo", "type", "simulated");

    Configuration read = Configuration.of(files);

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
    demo();
    add(
        Kind.STRATEGY,
        "second",
        "trader",
        "demo",
        "type",
        "emacross",
        "instruments",
        "BTCUSD.BITSTAMP");

    Configuration read = Configuration.of(files);

    assertThat(read.refused().get(DEMO))
        .containsExactly(
            "strategy second (dev.bourse.strategy-second.cfg): BTCUSD.BITSTAMP on account paper is"
                + " owned by strategy ema: an instrument of an account has one owner");
  }

  @Test
  void startsNoLiveTraderByAccident() {
    demo();
    add(Kind.TRADER, "demo", "mode", "live", "accounts", "paper", "risk", "limits");

    Configuration read = Configuration.of(files);

    assertThat(read.refused().get(DEMO))
        .containsExactly(
            "trader demo (dev.bourse.trader-demo.cfg): mode=live places real orders: write"
                + " confirm.live=paper if that is meant; mode=live needs a loss limit, or"
                + " loss.limit=none in words");
  }

  @Test
  void takesALiveTraderThatIsConfirmed() {
    demo();
    add(
        Kind.TRADER,
        "demo",
        "mode",
        "live",
        "accounts",
        "paper",
        "risk",
        "limits",
        "confirm.live",
        "paper",
        "loss.limit",
        "none");

    Configuration read = Configuration.of(files);

    assertThat(read.traders().get(DEMO).values().mode()).isEqualTo(TradingMode.LIVE);
  }

  @Test
  @Tag("N16")
  void refusesATraderWhoseNameLeavesNoRoomForOrdersByHand() {
    add(Kind.TRADER, "a-trader-of-seven", "accounts", "paper", "risk", "none", "data", "x");

    Configuration read = Configuration.of(files);

    assertThat(read.traders()).isEmpty();
    assertThat(read.problems())
        .singleElement()
        .asString()
        .contains(
            "order ids of trader a-trader-of-seven and strategy manual would have up to 37"
                + " characters, venues take 36");
  }

  @Test
  @Tag("N16")
  void refusesNamesThatDoNotFitIntoAnOrdersId() {
    demo();
    add(
        Kind.STRATEGY,
        "a-strategy-with-a-long-name",
        "trader",
        "demo",
        "type",
        "emacross",
        "instruments",
        "ETHUSD.BITSTAMP");

    Configuration read = Configuration.of(files);

    assertThat(read.refused().get(DEMO))
        .singleElement()
        .asString()
        .contains(
            "order ids of trader demo and strategy a-strategy-with-a-long-name would have up to 45"
                + " characters, venues take 36: the two names have 31 characters together, at most"
                + " 22 fit; choose shorter ones");
  }

  private Retention retention(String... keysAndValues) {
    demo(keysAndValues);
    return Configuration.of(files).traders().get(DEMO).values().retention();
  }

  private void demo(String... more) {
    List<String> keys = new ArrayList<>(List.of(more));
    keys.addAll(
        List.of("mode", "replay", "accounts", "paper", "risk", "limits", "data", "bitstamp"));
    add(Kind.TRADER, "demo", keys.toArray(String[]::new));
    add(Kind.ACCOUNT, "paper", "trader", "demo", "type", "simulated", "cash", "10000 USD");
    add(
        Kind.STRATEGY,
        "ema",
        "trader",
        "demo",
        "type",
        "emacross",
        "instruments",
        "BTCUSD.BITSTAMP",
        "bar",
        "1m",
        "fast",
        "10");
    add(Kind.RISK, "limits", "trader", "demo", "type", "limits", "max.orders", "3");
  }

  private void add(Kind kind, String name, String... keysAndValues) {
    Map<String, String> values = new TreeMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      values.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    files.removeIf(file -> file.kind() == kind && file.name().equals(name));
    files.add(new ConfigFile(kind, name, values));
  }
}
