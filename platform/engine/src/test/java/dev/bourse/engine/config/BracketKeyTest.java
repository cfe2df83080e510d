package dev.bourse.engine.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.TraderId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where the exits of an entry wait, as a file says. */
@Tag("N19")
class BracketKeyTest {
  private static final TraderId DEMO = new TraderId("demo");
  private final ConfigFixture files = new ConfigFixture();

  @Test
  void nothingSaidMeansThatTheTraderSendsThem() {
    files.demo();

    boolean there = files.read().traders().get(DEMO).values().venueBrackets();

    assertThat(there).isFalse();
  }

  @Test
  void theyMayWaitAtTheVenue() {
    files.demo("bracket", "venue");

    boolean there = files.read().traders().get(DEMO).values().venueBrackets();

    assertThat(there).isTrue();
  }

  @Test
  void theyCannotWaitAtTheVenueAndHere() {
    files.demo("bracket", "venue", "protection", "local");

    assertThat(files.read().refused().get(DEMO).toString())
        .contains(
            "bracket=venue lets exits wait at the venue, but protection=local keeps them here:"
                + " write protection=venue, or bracket=trader");
  }
}
