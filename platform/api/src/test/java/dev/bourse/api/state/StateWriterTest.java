package dev.bourse.api.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class StateWriterTest {
  @Property
  void givesBackEveryValueInOrder(
      @ForAll byte small,
      @ForAll boolean flag,
      @ForAll int number,
      @ForAll long large,
      @ForAll double fraction,
      @ForAll byte[] bytes) {
    StateWriter out = new StateWriter();

    out.putByte(small).putBoolean(flag).putInt(number).putLong(large).putDouble(fraction);
    StateReader in = new StateReader(out.putBytes(bytes).toBytes());

    assertThat(in.getByte()).isEqualTo(small);
    assertThat(in.getBoolean()).isEqualTo(flag);
    assertThat(in.getInt()).isEqualTo(number);
    assertThat(in.getLong()).isEqualTo(large);
    assertThat(in.getDouble()).isEqualTo(fraction);
    assertThat(in.getBytes()).isEqualTo(bytes);
    assertThat(in.remaining()).isZero();
  }

  @Property
  void writesNumbersBigEndian(@ForAll int number, @ForAll long large) {
    StateWriter out = new StateWriter();

    out.putInt(number).putLong(large);

    assertThat(out.toBytes())
        .isEqualTo(ByteBuffer.allocate(12).putInt(number).putLong(large).array());
  }

  @Test
  void keepsTextsOfEveryScript() {
    String text = "größer als 0.5 Ł 東京 \uD83D\uDCC8";

    StateReader in = new StateReader(new StateWriter().putText("").putText(text).toBytes());

    assertThat(in.getText()).isEmpty();
    assertThat(in.getText()).isEqualTo(text);
  }

  @Test
  void keepsTheBitsOfSpecialDoubles() {
    StateWriter out = new StateWriter();

    out.putDouble(Double.NaN).putDouble(-0.0).putDouble(Double.NEGATIVE_INFINITY);
    StateReader in = new StateReader(out.toBytes());

    assertThat(in.getDouble()).isNaN();
    assertThat(Double.doubleToRawLongBits(in.getDouble())).isEqualTo(Long.MIN_VALUE);
    assertThat(in.getDouble()).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @Test
  void growsAndIsReusedAfterClear() {
    StateWriter out = new StateWriter();
    out.putBytes(new byte[1000]);

    out.clear();
    out.putInt(7);

    assertThat(out.size()).isEqualTo(4);
    assertThat(out.toBytes()).containsExactly(0, 0, 0, 7);
    assertThat(out.buffer()).startsWith(0, 0, 0, 7);
  }

  @Test
  void readsAPartOfAnArray() {
    byte[] bytes = {9, 9, 0, 0, 0, 5, 9};

    StateReader in = new StateReader(bytes, 2, 4);

    assertThat(in.remaining()).isEqualTo(4);
    assertThat(in.getInt()).isEqualTo(5);
    assertThat(in.remaining()).isZero();
  }

  @Test
  void refusesDataThatEndsTooEarly() {
    StateReader shortNumber = new StateReader(new byte[] {1, 2, 3});
    StateReader shortText = new StateReader(new StateWriter().putInt(10).putByte(1).toBytes());
    StateReader negative = new StateReader(new StateWriter().putInt(-1).toBytes());

    assertThatIllegalArgumentException()
        .isThrownBy(shortNumber::getInt)
        .withMessage("damaged state: 4 bytes wanted, 3 left");
    assertThatIllegalArgumentException()
        .isThrownBy(shortText::getText)
        .withMessage("damaged state: 10 bytes wanted, 1 left");
    assertThatIllegalArgumentException()
        .isThrownBy(negative::getBytes)
        .withMessage("damaged state: length -1 is negative");
  }
}
