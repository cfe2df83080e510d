package dev.bourse.engine.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.TraderId;
import dev.bourse.engine.config.ConfigFile.Kind;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P19")
class PaperFeedKeysTest {
  private static final TraderId DEMO = new TraderId("demo");

  private final ConfigFixture files = new ConfigFixture();

  @Test
  void givesTheAdapterOfAPaperTradersDataItsKeys() {
    files.demo();
    files.add(
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

    Configuration read = files.read();

    assertThat(read.refused()).isEmpty();
    assertThat(read.traders().get(DEMO).feed()).containsExactly(Map.entry("books", "diffs"));
    assertThat(read.traders().get(DEMO).given()).doesNotContainKey("data.books");
  }

  @Test
  void refusesKeysOfAnAdapterThatRecordedDataDoesNotHave() {
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
        "data.books",
        "diffs");

    Configuration read = files.read();

    assertThat(read.refused().get(DEMO))
        .containsExactly(
            "trader demo (dev.bourse.trader-demo.cfg): data.books is for mode=paper, where data="
                + " names an adapter that reads it; here it does nothing: leave it out");
  }
}
