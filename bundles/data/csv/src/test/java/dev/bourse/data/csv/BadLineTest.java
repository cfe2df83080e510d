package dev.bourse.data.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.bourse.api.data.DataCursor;
import dev.bourse.api.data.DataException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lines that are refused: each with file, line, what is wrong and what to do. */
@Tag("N30")
final class BadLineTest {
  @TempDir Path temp;

  @Test
  void namesTheColumnThatTheHeaderLacks() {
    DataFolder folder = DataFolder.trades(temp).lines("time,price,amount", "1385337600,800,1");

    String message = folder.failure();

    assertThat(message)
        .isEqualTo(
            folder.file()
                + " line 1: the header has no column \"size\"; it has time, price, amount");
  }

  @Test
  void refusesAHeaderWithAColumnTwice() {
    DataFolder folder =
        DataFolder.trades(temp).lines("time,price,size,price", "1385337600,800,1,800");

    String message = folder.failure();

    assertThat(message)
        .isEqualTo(
            folder.file() + " line 1: the header has the column \"price\" twice; rename one");
  }

  @Test
  void refusesAColumnNumberThatTheFileDoesNotHave() {
    DataFolder folder =
        DataFolder.trades(temp)
            .with("header", "no")
            .with("column.time", "1")
            .with("column.price", "2")
            .with("column.size", "4")
            .lines("1385337600,800,1");

    String message = folder.failure();

    assertThat(message)
        .isEqualTo(folder.file() + " line 1: it has 3 columns, but column.size is number 4");
  }

  @Test
  void refusesALineThatWasCutOff() {
    DataFolder folder =
        DataFolder.trades(temp).lines("time,price,size", "1385337600,800,1", "1385337600,80");

    String message = folder.failure();

    assertThat(message)
        .isEqualTo(folder.file() + " line 3: it has 2 columns where the first line has 3");
  }

  @Test
  void refusesALineWithTooManyColumns() {
    DataFolder folder = DataFolder.trades(temp).lines("time,price,size", "1385337600,800,1,5");

    String message = folder.failure();

    assertThat(message)
        .isEqualTo(folder.file() + " line 2: it has 4 columns where the first line has 3");
  }

  @Test
  void refusesAnEmptyPrice() {
    DataFolder folder = DataFolder.trades(temp).lines("time,price,size", "1385337600,,1");

    String message = folder.failure();

    assertThat(message)
        .isEqualTo(folder.file() + " line 2: price is empty; fill it in or remove the line");
  }

  @Test
  void refusesAPriceThatIsNotANumber() {
    DataFolder folder =
        DataFolder.trades(temp).lines("time,price,size", "1385337600,800,1", "1385337600,NaN,1");

    String message = folder.failure();

    assertThat(message).isEqualTo(folder.file() + " line 3: price \"NaN\" is not a decimal number");
  }

  @Test
  void refusesANegativePrice() {
    DataFolder folder = DataFolder.trades(temp).lines("time,price,size", "1385337600,-800,1");

    String message = folder.failure();

    assertThat(message)
        .isEqualTo(folder.file() + " line 2: price -800 must be above zero; correct it");
  }

  @Test
  void refusesAPriceOfZero() {
    DataFolder folder = DataFolder.trades(temp).lines("time,price,size", "1385337600,0.00,1");

    String message = folder.failure();

    assertThat(message)
        .isEqualTo(folder.file() + " line 2: price 0.00 must be above zero; correct it");
  }

  @Test
  void refusesAPriceFarAboveTheOneBefore() {
    DataFolder folder =
        DataFolder.trades(temp)
            .lines(
                "time,price,size",
                "1385337600,800,1",
                "1385337600,8000,1",
                "1385337600,80000.01,1");

    String message = folder.failure();

    assertThat(message)
        .isEqualTo(
            folder.file()
                + " line 4: price 80000.01 is more than 10 times away from 8000.00 before it; correct it, or raise max.jump");
  }

  @Test
  void refusesAPriceFarBelowTheOneBefore() {
    DataFolder folder =
        DataFolder.trades(temp)
            .with("max.jump", "2")
            .lines("time,price,size", "1385337600,800,1", "1385337600,399.99,1");

    String message = folder.failure();

    assertThat(message)
        .isEqualTo(
            folder.file()
                + " line 3: price 399.99 is more than 2 times away from 800.00 before it; correct it, or raise max.jump");
  }

  @Test
  void refusesAPriceWithMoreDecimalsThanTheTick() {
    DataFolder folder = DataFolder.trades(temp).lines("time,price,size", "1385337600,800.015,1");

    String message = folder.failure();

    assertThat(message)
        .isEqualTo(
            folder.file() + " line 2: price 800.015 has more than the 2 decimals of tick 0.01");
  }

  @Test
  void refusesAPriceBetweenTicks() {
    DataFolder folder =
        DataFolder.trades(temp)
            .with("tick", "0.05")
            .lines("time,price,size", "1385337600,800.05,1", "1385337600,800.06,1");

    String message = folder.failure();

    assertThat(message)
        .isEqualTo(
            folder.file()
                + " line 3: price 800.06 is not a multiple of tick 0.05; correct one of them");
  }

  @Test
  void refusesAPriceThatDoesNotFit() {
    DataFolder folder =
        DataFolder.trades(temp).lines("time,price,size", "1385337600,123456789012345678901,1");

    String message = folder.failure();

    assertThat(message)
        .isEqualTo(
            folder.file()
                + " line 2: price 123456789012345678901 with 2 decimals does not fit 64 bits");
  }

  @Test
  void refusesANegativeSize() {
    DataFolder folder = DataFolder.trades(temp).lines("time,price,size", "1385337600,800,-1");

    String message = folder.failure();

    assertThat(message)
        .isEqualTo(folder.file() + " line 2: size -1 must not be negative; correct it");
  }

  @Test
  void refusesASizeBetweenSteps() {
    DataFolder folder =
        DataFolder.trades(temp)
            .with("step", "0.005")
            .lines("time,price,size", "1385337600,800,0.007");

    String message = folder.failure();

    assertThat(message)
        .isEqualTo(
            folder.file()
                + " line 2: size 0.007 is not a multiple of step 0.005; correct one of them");
  }

  @Test
  void endsAtAZeroSizeWhereToldSo() {
    DataFolder folder =
        DataFolder.trades(temp)
            .with("zero.amounts", "fail")
            .lines("time,price,size", "1385337600,800,1", "1385337600,800,0.000");

    String message = folder.failure();

    assertThat(message)
        .isEqualTo(
            folder.file()
                + " line 3: size is zero, and zero.amounts=fail; remove the line or refuse them");
  }

  @Test
  void refusesATimeThatIsNotANumber() {
    DataFolder folder = DataFolder.trades(temp).lines("time,price,size", "2013-11-25,800,1");

    String message = folder.failure();

    assertThat(message)
        .isEqualTo(folder.file() + " line 2: time \"2013-11-25\" is not a decimal number");
  }

  @Test
  void refusesATimeInTooLargeAUnit() {
    DataFolder folder =
        DataFolder.trades(temp)
            .with("time.unit", "ms")
            .lines("time,price,size", "1385337600,800,1");

    String message = folder.failure();

    assertThat(message)
        .isEqualTo(
            folder.file()
                + " line 2: time 1385337600 is 1970-01-17T00:48:57.600Z by time.unit ms, before 1971; correct it, or the unit");
  }

  @Test
  void refusesATimeInTooSmallAUnit() {
    DataFolder folder = DataFolder.trades(temp).lines("time,price,size", "1385337600000,800,1");

    String message = folder.failure();

    assertThat(message)
        .isEqualTo(
            folder.file() + " line 2: time 1385337600000 with 9 decimals does not fit 64 bits");
  }

  @Test
  void endsAtATimeThatGoesBackWhereToldSo() {
    DataFolder folder =
        DataFolder.trades(temp)
            .with("disorder", "fail")
            .lines("time,price,size", "1385337600,800,1", "1385337599,800,1");

    String message = folder.failure();

    assertThat(message)
        .isEqualTo(
            folder.file()
                + " line 3: its time 2013-11-24T23:59:59Z is before 2013-11-25T00:00:00Z of the row above; sort the file");
  }

  @Test
  void endsAtARepeatedIdWhereToldSo() {
    DataFolder folder =
        DataFolder.trades(temp)
            .with("column.id", "id")
            .with("repeats", "fail")
            .lines("time,price,size,id", "1385337600,800,1,77", "1385337600,800,1,77");

    String message = folder.failure();

    assertThat(message)
        .isEqualTo(
            folder.file() + " line 3: id 77 was there before, and repeats=fail; remove the line");
  }

  @Test
  void refusesAnEmptyId() {
    DataFolder folder =
        DataFolder.trades(temp)
            .with("column.id", "id")
            .lines("time,price,size,id", "1385337600,800,1,");

    String message = folder.failure();

    assertThat(message)
        .isEqualTo(folder.file() + " line 2: id is empty; fill it in or remove the line");
  }

  @Test
  void refusesAnUnknownSide() {
    DataFolder folder =
        DataFolder.trades(temp)
            .with("column.side", "side")
            .lines("time,price,size,side", "1385337600,800,1,up");

    String message = folder.failure();

    assertThat(message)
        .isEqualTo(folder.file() + " line 2: side \"up\" must be buy or sell, or empty if unknown");
  }

  @Test
  void refusesAMakerFlagThatIsNoFlag() {
    DataFolder folder =
        DataFolder.trades(temp)
            .with("column.buyer.maker", "maker")
            .lines("time,price,size,maker", "1385337600,800,1,maybe");

    String message = folder.failure();

    assertThat(message)
        .isEqualTo(folder.file() + " line 2: buyer.maker \"maybe\" must be true or false");
  }

  @Test
  void refusesABidAboveTheAsk() {
    DataFolder folder =
        DataFolder.quotes(temp)
            .lines("time,bid,bid.size,ask,ask.size", "1385337600,800.10,1,800.05,1");

    String message = folder.failure();

    assertThat(message)
        .isEqualTo(
            folder.file()
                + " line 2: bid 800.10 is above ask 800.05; correct them, or the columns");
  }

  @Test
  void refusesANegativeQuoteSize() {
    DataFolder folder =
        DataFolder.quotes(temp).lines("time,bid,bid.size,ask,ask.size", "1385337600,800,1,801,-2");

    String message = folder.failure();

    assertThat(message)
        .isEqualTo(folder.file() + " line 2: ask.size -2 must not be negative; correct it");
  }

  @Test
  void refusesALineWithoutEnd() {
    DataFolder folder = DataFolder.trades(temp).lines("time,price,size", "1".repeat(300_000));

    String message = folder.failure();

    assertThat(message)
        .isEqualTo(folder.file() + " line 2: it is longer than 65536 bytes; is this a text file?");
  }

  @Test
  void refusesALineWithColumnsWithoutEnd() {
    DataFolder folder = DataFolder.trades(temp).lines("time,price,size", ",".repeat(300));

    String message = folder.failure();

    assertThat(message)
        .isEqualTo(
            folder.file() + " line 2: it has more than 256 columns; is this the right file?");
  }

  @Test
  void saysTheSameAgainWhenAskedAgain() {
    DataFolder folder = DataFolder.trades(temp).lines("time,price,size", "1385337600,x,1");
    DataCursor cursor = folder.open();

    DataException first = catchThrowableOfType(DataException.class, cursor::next);
    DataException second = catchThrowableOfType(DataException.class, cursor::next);

    assertThat(second).isSameAs(first);
    cursor.close();
  }
}
