package dev.bourse.engine.venue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.ConnectionChanged;
import dev.bourse.api.event.DataGap;
import dev.bourse.api.event.ServiceChanged;
import dev.bourse.api.event.VenueEvent;
import dev.bourse.api.model.AccountId;
import dev.bourse.engine.Market;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a paper trader hears of the venue whose data it reads. */
class DataOnlySinkTest {
  private static final AccountId EYES = new AccountId("eyes");

  private final List<VenueEvent> heard = new ArrayList<>();
  private final DataOnlySink sink = new DataOnlySink(heard::add);

  @Test
  void hearsThatNoDataComesButNothingOfTheAccount() {
    ServiceChanged stopped =
        new ServiceChanged(EYES, ServiceChanged.Service.MARKET_DATA, false, "cut", 1);

    sink.accept(stopped);
    sink.accept(new AccountEvent.Balances(EYES, List.of(), 1));

    assertThat(heard).containsExactly(stopped);
  }

  @Test
  void aLostConnectionIsAGapInWhatWasSeen() {
    sink.accept(Market.trade(Market.BTC, 1, 100_00));
    sink.accept(new ConnectionChanged(EYES, false, "cut", 7));

    assertThat(heard).hasSize(2).last().isEqualTo(new DataGap(Market.BTC, 7, 0, "cut"));
  }
}
