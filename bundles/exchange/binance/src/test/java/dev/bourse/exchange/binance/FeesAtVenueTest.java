package dev.bourse.exchange.binance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.InstrumentListed;
import dev.bourse.api.exchange.Exchange;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Rate;
import dev.bourse.exchange.binance.key.ApiKey;
import dev.bourse.testkit.RecordingSink;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Fees of an account, over real sockets. */
@Tag("B1")
class FeesAtVenueTest {
  @Test
  void theAccountsOwnFeesTakeThePlaceOfThoseOfTheFile() {
    RecordingSink reports = new RecordingSink();
    ApiKey key = ApiKey.of(TradeBench.KEY, TradeBench.SECRET, "");

    try (TradeBench bench = new TradeBench();
        Exchange exchange = bench.open(key, false, reports, Rate.of("0.002"))) {
      exchange.marketData().subscribe(TradeBench.BTCUSDT);

      Instrument charged =
          TradeBench.awaited(
                  reports, InstrumentListed.class, each -> each.instrument().version() == 2)
              .instrument();
      assertThat(charged.makerFee()).isEqualTo(Rate.of("0.001"));
      assertThat(charged.takerFee()).isEqualTo(Rate.of("0.001"));
    }
  }
}
