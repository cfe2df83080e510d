package dev.bourse.venue.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.exchange.simulated.SimulatedExchangeFactory;
import dev.bourse.venue.binance.faults.Fault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What {@code ./bourse venue fault ...} does at a venue that runs. */
@Tag("P18")
class RemoteTest {
  private final LocalVenue venue;

  RemoteTest() throws IOException {
    venue = LocalVenue.start(new SimulatedExchangeFactory(), VenueSettings.local());
  }

  @AfterEach
  void close() {
    venue.close();
  }

  private String call(String... arguments) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("port=" + venue.port());
    assertThat(Remote.isMeant(all)).isTrue();
    return Remote.call(all);
  }

  @Test
  void aFaultIsAddedShownAndCleared() throws Exception {
    call("fault", "kind=lose", "at=POST /api/v3/order", "times=2");
    List<Fault> added = venue.faults();

    String shown = call("faults");
    call("clear");

    assertThat(added)
        .containsExactly(Fault.once(Fault.Kind.LOSE, "POST /api/v3/order").repeated(2));
    assertThat(shown).contains("POST /api/v3/order");
    assertThat(venue.faults()).isEmpty();
  }

  @Test
  void aFilterIsDeclared() throws Exception {
    String declared = call("filter", "symbol=BTCUSDT", "filter=MAX_POSITION", "maxPosition=10");

    assertThat(declared).isEqualTo("{}");
    assertThatThrownBy(() -> call("filter", "symbol=BTCUSDT", "filter=LOT_SIZE"))
        .hasMessageContaining("filter=LOT_SIZE must be one of MARKET_LOT_SIZE");
  }

  @Test
  void whatTheVenueRefusesIsSaid() {
    assertThatThrownBy(() -> call("fault", "kind=break", "at=*"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("kind=break must be one of delay, drop, cut");
  }

  @Test
  void aVenueThatIsNotThereIsNamed() throws IOException {
    LocalVenue gone = LocalVenue.start(new SimulatedExchangeFactory(), VenueSettings.local());
    int port = gone.port();
    gone.close();

    assertThatThrownBy(() -> Remote.call(List.of("cut", "port=" + port)))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("no venue answers on 127.0.0.1:" + port);
  }

  @Test
  void optionsOfAVenueThatIsToStartAreNotMeant() {
    assertThat(Remote.isMeant(List.of("port=9080"))).isFalse();
    assertThat(Remote.isMeant(List.of())).isFalse();
  }
}
