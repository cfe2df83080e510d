package dev.bourse.venue.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.exchange.simulated.SimulatedExchangeFactory;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A venue that plays what was recorded, by a configuration and by a command. */
@Tag("P18")
@Timeout(60)
class RecordingsTest {
  private static final SimulatedExchangeFactory EXCHANGE = new SimulatedExchangeFactory();

  private final OldTrades source = new OldTrades();

  private LocalVenue start(VenueSettings settings, String name) throws IOException {
    return new Recordings(List.of(source))
        .start(EXCHANGE, name, 0, set -> settings.listing(set.instruments()));
  }

  private static List<String> prices(LocalVenue venue) {
    Client client = new Client(venue, "", "", InstantSource.system());
    while (venue.isPlaying()) {
      LockSupport.parkNanos(1_000_000);
    }
    return client.open("GET", "/api/v3/trades?symbol=BTCUSDT").rows().stream()
        .map(each -> String.valueOf(each.get("price")))
        .toList();
  }

  @Test
  void playsWhatWasRecorded() throws IOException {
    try (LocalVenue venue = start(VenueSettings.local(), "old")) {
      assertThat(prices(venue))
          .containsExactly("50000.00000000", "50001.00000000", "50002.00000000");
    }
    assertThat(source.open()).isZero();
  }

  @Test
  void aSetThatIsBrokenOrMissingIsNamedWithThoseThatAreThere() {
    assertThatThrownBy(() -> start(VenueSettings.local(), "broken"))
        .hasMessage("data=broken is no set of recorded data that can be read; there are old");
    assertThatThrownBy(() -> start(VenueSettings.local(), "gone"))
        .hasMessage("data=gone is no set of recorded data that can be read; there are old");
  }

  @Test
  void aVenueThatDoesNotStartClosesItsData() throws IOException {
    try (LocalVenue first = LocalVenue.start(EXCHANGE, VenueSettings.local())) {
      assertThatThrownBy(() -> start(VenueSettings.local().on(first.port()), "old"))
          .hasMessageContaining("cannot listen on port " + first.port());
    }

    assertThat(source.open()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "NaN", "Infinity"})
  void aSpeedThatCannotBeIsRefused(String speed) {
    assertThatThrownBy(() -> Recordings.speed(speed))
        .hasMessage("speed=" + speed + " must be zero or more");
    assertThatThrownBy(() -> Recordings.speed("fast"))
        .hasMessage("speed=fast must be a number, like 1 or 60");
  }

  /** What is paid with is there in plenty, of what is traded there is a little. */
  @Test
  void whoeverNamesNoAccountHasMoneyForWhatIsTraded() {
    Options options = Options.of(List.of("data=old", "speed=60", "port=0"));

    VenueSettings settings = options.settings(source.list().get(0));

    assertThat(options.data() + " " + options.speed()).isEqualTo("old 60.0");
    assertThat(settings.accounts())
        .singleElement()
        .satisfies(
            account -> {
              assertThat(account.name()).isEqualTo("local");
              assertThat(account.balances()).isEqualTo("100000 USDT,2 BTC");
            });
  }
}
