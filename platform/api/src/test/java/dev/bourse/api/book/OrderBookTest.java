package dev.bourse.api.book;

import static dev.bourse.api.book.Books.BTCUSD;
import static dev.bourse.api.book.Books.difference;
import static dev.bourse.api.book.Books.full;
import static dev.bourse.api.book.Books.levels;
import static dev.bourse.api.book.Books.pairs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.api.event.BookDifference;
import dev.bourse.api.event.BookLevels;
import dev.bourse.api.event.FullBook;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import org.junit.jupiter.api.Test;

class OrderBookTest {
  private static final FullBook FULL = full(100, pairs(990, 5, 980, 7), pairs(1000, 4, 1010, 9));

  private final OrderBook book = new OrderBook(BTCUSD);

  @Test
  void aFullBookIsKnownAtOnce() {
    boolean changed = book.apply(FULL);

    assertThat(changed).isTrue();
    assertThat(book.status()).isEqualTo(BookStatus.SYNCHRONISED);
    assertThat(book.best(Side.BUY)).contains(Price.of("9.90"));
    assertThat(book.price(Side.SELL, 1)).isEqualTo(Price.of("10.10"));
    assertThat(book.size(Side.SELL, 1)).isEqualTo(Quantity.of("0.009"));
    assertThat(book.sizeAtRaw(Side.BUY, 980)).isEqualTo(7);
    assertThat(book.sizeAtRaw(Side.BUY, 985)).isZero();
  }

  @Test
  void aDifferenceChangesAddsAndTakesAwayLevels() {
    book.apply(FULL);

    book.apply(difference(101, 103, pairs(990, 0, 985, 2), pairs(1000, 6, 1005, 0)));

    assertThat(levels(book, Side.BUY)).containsExactly("985x2", "980x7");
    assertThat(levels(book, Side.SELL)).containsExactly("1000x6", "1010x9");
    assertThat(book.updateId()).isEqualTo(103);
  }

  @Test
  void aDifferenceThatTheBookContainsIsLeftOut() {
    book.apply(FULL);

    boolean changed = book.apply(difference(95, 100, pairs(990, 0), pairs()));

    assertThat(changed).isFalse();
    assertThat(levels(book, Side.BUY)).containsExactly("990x5", "980x7");
    assertThat(book.stale()).isEqualTo(1);
  }

  @Test
  void aHoleEmptiesTheBookUntilTheNextFullOneThatFits() {
    book.apply(FULL);

    book.apply(difference(102, 104, pairs(970, 1), pairs()));
    BookStatus afterTheHole = book.status();
    int left = book.levels(Side.BUY);
    boolean tooOld = book.apply(full(100, pairs(990, 5), pairs(1000, 4)));
    book.apply(full(102, pairs(990, 8), pairs(1000, 3)));

    assertThat(afterTheHole).isEqualTo(BookStatus.GAP);
    assertThat(left).isZero();
    assertThat(tooOld).isFalse();
    assertThat(levels(book, Side.BUY)).containsExactly("990x8", "970x1");
    assertThat(book.updateId()).isEqualTo(104);
    assertThat(book.gaps()).isEqualTo(1);
  }

  @Test
  void aLossThatSomebodyReportsEmptiesTheBookToo() {
    book.apply(FULL);

    boolean changed = book.lose();
    boolean again = book.lose();

    assertThat(changed).isTrue();
    assertThat(again).isFalse();
    assertThat(book.best(Side.BUY)).isEmpty();
    assertThat(book.status()).isEqualTo(BookStatus.GAP);
  }

  @Test
  void aBidAboveTheOfferShowsThatSomethingWasLost() {
    book.apply(FULL);

    boolean locked = book.apply(difference(101, 101, pairs(1000, 1), pairs()));
    BookStatus whenLocked = book.status();
    book.apply(difference(102, 102, pairs(1001, 1), pairs()));

    assertThat(locked).isTrue();
    assertThat(whenLocked).isEqualTo(BookStatus.SYNCHRONISED);
    assertThat(book.status()).isEqualTo(BookStatus.GAP);
    assertThat(book.gaps()).isEqualTo(1);
  }

  @Test
  void anOlderFullBookIsLeftOutWhileTheBookIsKnown() {
    book.apply(FULL);

    boolean changed = book.apply(full(99, pairs(1, 1), pairs()));

    assertThat(changed).isFalse();
    assertThat(levels(book, Side.BUY)).containsExactly("990x5", "980x7");
  }

  @Test
  void newRulesOfOtherDecimalsForgetTheBook() {
    book.apply(FULL);

    book.adopt(Books.instrument("0.1", 2));

    assertThat(book.status()).isEqualTo(BookStatus.WAITING);
    assertThat(book.levels(Side.SELL)).isZero();
    assertThat(book.gaps()).isZero();
  }

  @Test
  void onlyTheNewestDifferencesWait() {
    for (int i = 1; i <= Backlog.MAX + 10; i++) {
      book.apply(difference(i, i, pairs(500 + i, 1), pairs()));
    }

    boolean tooOld = book.apply(full(9, pairs(), pairs()));
    boolean fits = book.apply(full(10, pairs(), pairs()));

    assertThat(tooOld).isFalse();
    assertThat(fits).isTrue();
    assertThat(book.levels(Side.BUY)).isEqualTo(Backlog.MAX);
  }

  @Test
  void whatCannotBeIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BookLevels.of(pairs(0, 1), 1))
        .withMessage(
            "a book level of price 0 and size 1 (scaled) cannot be; the price must be above zero,"
                + " the size zero or more");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BookLevels.of(pairs(10, -1), 1))
        .withMessageStartingWith("a book level of price 10 and size -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BookDifference(BTCUSD, 1, 5, 4, BookLevels.NONE, BookLevels.NONE))
        .withMessage("BTCUSD.TEST: a book difference from update 5 to 4 ends before it begins");
  }

  @Test
  void aLevelThatIsNotThereIsSaid() {
    book.apply(FULL);

    assertThatThrownBy(() -> book.price(Side.BUY, 2))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("BTCUSD.TEST: the book has no level 2 of BUY, it has 2");
    assertThatThrownBy(() -> BookView.none().price(Side.BUY, 0))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(BookView.none().best(Side.BUY)).isEmpty();
  }
}
