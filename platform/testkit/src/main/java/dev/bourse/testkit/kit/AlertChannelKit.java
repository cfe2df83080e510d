package dev.bourse.testkit.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.alert.Alert;
import dev.bourse.api.alert.AlertChannel;
import dev.bourse.api.model.TraderId;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What every alert channel has to do: whatever is delivered arrives whole, also the second time.
 */
@Tag("P9")
public abstract class AlertChannelKit {
  /** For the channel's test. */
  protected AlertChannelKit() {}

  /** The channel; the same one for the whole test. */
  protected abstract AlertChannel channel();

  /** What the receiver has so far, one text per alert, in order of arrival. */
  protected abstract List<String> received();

  @Test
  void hasAWordForAName() {
    String name = channel().name();

    assertThat(name).matches("[a-z][a-z0-9-]*");
  }

  @Test
  void deliversAlertsOfEveryLevelWithTraderAndText() throws Exception {
    for (Alert.Level level : Alert.Level.values()) {
      channel()
          .deliver(alert("demo-" + level, level, "Position of " + level + " BTC is unexplained."));
    }

    assertThat(received()).hasSize(Alert.Level.values().length);
    for (Alert.Level level : Alert.Level.values()) {
      assertThat(received())
          .anyMatch(text -> text.contains("Position of " + level + " BTC is unexplained."));
    }
    assertThat(received()).allMatch(text -> text.contains("demo"));
  }

  @Test
  void deliversAnAlertAgainAfterACrash() throws Exception {
    Alert alert = alert("demo-7", Alert.Level.WARNING, "The disk is nearly full.");

    channel().deliver(alert);
    channel().deliver(alert);

    assertThat(received())
        .hasSizeBetween(1, 2)
        .allMatch(text -> text.contains("The disk is nearly full."));
  }

  @Test
  void deliversTextsThatLookLikePatterns() throws Exception {
    channel().deliver(alert("demo-8", Alert.Level.INFO, "{} %s ${x} \\n \"quoted\""));

    assertThat(received())
        .singleElement()
        .satisfies(text -> assertThat(text).contains("{} %s ${x} \\n \"quoted\""));
  }

  private static Alert alert(String id, Alert.Level level, String text) {
    return new Alert(id, 1_000_000_000L, level, new TraderId("demo"), text);
  }
}
