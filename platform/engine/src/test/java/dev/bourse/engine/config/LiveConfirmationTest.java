package dev.bourse.engine.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.TraderId;
import dev.bourse.api.model.TradingMode;
import dev.bourse.engine.config.ConfigFile.Kind;
import org.junit.jupiter.api.Test;

class LiveConfirmationTest {
  private static final TraderId DEMO = new TraderId("demo");

  private final ConfigFixture files = new ConfigFixture();

  @Test
  void startsNoLiveTraderByAccident() {
    files.demo();
    files.add(Kind.TRADER, "demo", "mode", "live", "accounts", "paper", "risk", "limits");

    Configuration read = files.read();

    assertThat(read.refused().get(DEMO))
        .containsExactly(
            "trader demo (dev.bourse.trader-demo.cfg): mode=live places real orders: write"
                + " confirm.live=paper if that is meant; mode=live needs loss.limit=none"
                + " in words: nothing here stops a trader at a loss yet");
  }

  @Test
  void takesALiveTraderThatIsConfirmed() {
    files.demo();
    files.add(
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

    Configuration read = files.read();

    assertThat(read.traders().get(DEMO).values().mode()).isEqualTo(TradingMode.LIVE);
  }
}
