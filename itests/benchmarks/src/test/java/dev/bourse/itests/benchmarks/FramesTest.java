package dev.bourse.itests.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in a connection is found, however its bytes come. */
class FramesTest {
  private static final int TEXT = 0x81;
  private static final int PONG = 0x8a;
  private static final int BEGIN = 0x01;
  private static final int MIDDLE = 0x00;
  private static final int END = 0x80;
  private static final byte[] HEAD =
      "GET /ws HTTP/1.1\r\nUpgrade: websocket\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  /** A mask of which every byte counts, the sign included. */
  private static final int MASK = 0x8f12a0f7;

  private final Frames frames = new Frames();
  private final List<String> seen = new ArrayList<>();

  private static byte[] masked(int first, String text) {
    return frame(first, text, true);
  }

  private static byte[] plain(int first, String text) {
    return frame(first, text, false);
  }

  private static byte[] frame(int first, String text, boolean masked) {
    byte[] payload = text.getBytes(StandardCharsets.UTF_8);
    ByteBuffer frame = ByteBuffer.allocate(14 + payload.length);
    int flag = masked ? 0x80 : 0;
    frame.put((byte) first);
    if (payload.length < 126) {
      frame.put((byte) (flag | payload.length));
    } else if (payload.length < 1 << 16) {
      frame.put((byte) (flag | 126)).putShort((short) payload.length);
    } else {
      frame.put((byte) (flag | 127)).putLong(payload.length);
    }
    if (masked) {
      byte[] key = ByteBuffer.allocate(4).putInt(MASK).array();
      frame.put(key);
      for (int i = 0; i < payload.length; i++) {
        payload[i] ^= key[i % 4];
      }
    }
    frame.put(payload).flip();
    byte[] bytes = new byte[frame.limit()];
    frame.get(bytes);
    return bytes;
  }

  private static byte[] together(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private void read(byte[] bytes) {
    frames.read(bytes, bytes.length, seen::add);
  }

  @Test
  void aMessageBehindTheUpgradeAndAPongInOneReadIsSeen() {
    byte[] read =
        together(HEAD, masked(PONG, "alive"), masked(TEXT, "probe"), masked(TEXT, "order"));

    read(read);

    assertThat(seen).containsExactly("probe", "order");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 125, 126, 127, 65_535, 65_536, 200_000})
  void aMessageOfAnyLengthIsSeenWhenItsLastByteHasComeAndNotBefore(int length) {
    String text = "é".repeat(length / 2) + "x".repeat(length % 2);
    byte[] whole = masked(TEXT, text);
    read(HEAD);

    frames.read(whole, whole.length - 1, seen::add);
    List<String> before = List.copyOf(seen);
    read(new byte[] {whole[whole.length - 1]});

    assertThat(before).isEmpty();
    assertThat(seen).containsExactly(text);
  }

  @Test
  void bytesThatComeOneByOneSayTheSame() {
    byte[] all = together(HEAD, plain(TEXT, "a"), masked(PONG, ""), masked(TEXT, "b".repeat(126)));

    for (int i = 0; i < all.length; i++) {
      read(new byte[] {all[i]});
    }

    assertThat(seen).containsExactly("a", "b".repeat(126));
  }

  @Test
  void aMessageInFragmentsIsOneAndAPongBetweenThemIsNoPartOfIt() {
    byte[] parts =
        together(
            masked(BEGIN, "{\"q\":\"0.0"),
            masked(PONG, "no"),
            masked(MIDDLE, "07"),
            masked(END, "77\"}"),
            masked(TEXT, "next"));

    read(together(HEAD, parts));

    assertThat(seen).containsExactly("{\"q\":\"0.00777\"}", "next");
  }

  @Test
  void onlyTheBytesThatCountAreRead() {
    byte[] buffer = together(HEAD, plain(TEXT, "now"), plain(TEXT, "of an earlier read"));

    frames.read(buffer, HEAD.length + 5, seen::add);
    read(plain(TEXT, "later"));

    assertThat(seen).containsExactly("now", "later");
  }

  @Test
  void whatCannotBeReadIsRefusedInsteadOfMissed() {
    byte[] compressed = plain(TEXT | 0x40, "?");

    read(HEAD);

    assertThatThrownBy(() -> read(compressed))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a frame of 1 bytes begins with 193: it cannot be read");
  }
}
