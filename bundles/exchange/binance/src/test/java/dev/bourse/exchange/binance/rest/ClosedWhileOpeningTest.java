package dev.bourse.exchange.binance.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.bourse.exchange.simulated.SimulatedExchangeFactory;
import dev.bourse.venue.binance.LocalVenue;
import dev.bourse.venue.binance.VenueSettings;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An account that is closed while a question is on its way out leaves no connection. */
@Tag("N8")
class ClosedWhileOpeningTest {
  @Test
  void aConnectionThatIsMadeWhileTheClientIsClosedDoesNotStayOpen() throws Exception {
    try (LocalVenue venue =
        LocalVenue.start(new SimulatedExchangeFactory(), VenueSettings.local())) {
      AtomicReference<HttpRest> closing = new AtomicReference<>();
      HttpRest rest =
          new HttpRest(
              URI.create(venue.restUrl()),
              Duration.ofSeconds(30),
              socket -> {
                closing.get().close();
                return ManagedHttpClientConnectionFactory.INSTANCE.createConnection(socket);
              });
      closing.set(rest);

      Throwable unused = catchThrowable(() -> rest.get("/api/v3/ping"));
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
      while (venue.connections() > 0 && System.nanoTime() < deadline) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
      }

      assertThat(venue.connections()).isZero();
    }
  }
}
