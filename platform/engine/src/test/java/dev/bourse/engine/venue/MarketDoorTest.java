package dev.bourse.engine.venue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.BookDifference;
import dev.bourse.api.event.BookEvent;
import dev.bourse.api.event.BookLevels;
import dev.bourse.api.event.FullBook;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Price;
import dev.bourse.engine.Market;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MarketDoorTest {
  private static final Instrument WIDE = withTick("0.05");

  private final MarketDoor door = new MarketDoor();

  private static Instrument withTick(String tick) {
    Instrument like = Market.BTC;
    return new Instrument(
        like.id(),
        2,
        like.base(),
        like.quote(),
        Price.of(tick),
        like.stepSize(),
        like.minQuantity(),
        like.maxQuantity(),
        like.minNotional(),
        like.makerFee(),
        like.takerFee(),
        true);
  }

  private static BookLevels level(long priceRaw) {
    return BookLevels.of(new long[] {100_00, 1, priceRaw, 1}, 2);
  }

  @Test
  @Tag("N15")
  void believesNoBookWithAPriceOffTheTick() {
    BookEvent good = new FullBook(WIDE, 1, 1, level(99_95), level(100_05));
    BookEvent badBid = new FullBook(WIDE, 1, 2, level(99_96), level(100_05));
    BookEvent badAsk = new BookDifference(WIDE, 1, 3, 3, BookLevels.NONE, level(100_01));

    boolean[] believed = {door.admits(good), door.admits(badBid), door.admits(badAsk)};

    assertThat(believed).containsExactly(true, false, false);
  }
}
