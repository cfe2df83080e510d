package dev.bourse.engine.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.DataGap;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.Quote;
import dev.bourse.api.event.Trade;
import dev.bourse.engine.Market;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ThinnedMarketTest {
  private final ThinnedMarket market = new ThinnedMarket();

  private static Trade trade(long time, long price) {
    return Market.trade(Market.BTC, time, price);
  }

  @Test
  void keepsWhatAStopOrATargetCouldHaveMet() {
    List<Trade> trades =
        List.of(trade(1, 100), trade(2, 90), trade(3, 95), trade(4, 110), trade(5, 105));

    trades.forEach(market::add);
    List<MarketEvent> shown = market.take();

    DataGap gap = new DataGap(Market.BTC, 2, 2, "the disk is full; 2 events were left out");
    assertThat(shown).containsExactly(gap, trade(2, 90), trade(4, 110), trade(5, 105));
    assertThat(market.take()).isEmpty();
  }

  @Test
  void showsFewEventsAsTheyAre() {
    Quote quote = Market.quote(Market.BTC, 3, 100);

    market.add(Market.quote(Market.BTC, 1, 99));
    market.add(trade(2, 101));
    market.add(quote);

    assertThat(market.take()).containsExactly(trade(2, 101), quote);
  }

  @Test
  void saysOfAGapThatItIsOne() {
    DataGap lost = new DataGap(Market.BTC, 4, 7, "the venue was away");

    market.add(lost);

    assertThat(market.take())
        .containsExactly(new DataGap(Market.BTC, 4, 7, "the disk is full; 7 events were left out"));
  }

  @Test
  void usesHalfOfAShareInAnHourAndHalfOfTheRestInTheNext() {
    ReserveShare share = new ReserveShare(4L << 20, 0);
    long[] used = new long[2];

    for (int second = 0; second < 7_200; second++) {
      while (share.allows(TimeUnit.SECONDS.toNanos(second))) {
        share.used(100);
        used[second / 3_600] += 100;
      }
    }

    assertThat(used[0]).isBetween(2_000_000L, 2_200_000L);
    assertThat(used[1]).isBetween(1_000_000L, 1_100_000L);
  }
}
