package dev.bourse.engine.journal;

import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.PositionId;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.persistence.StoreException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * What leaves after the journal failed: one line per command, forced before the command is sent.
 * Written by the journal writer's thread, read once at the next start.
 *
 * <p>A line is a CRC32C in hex and words: {@code submit <nanoseconds> <order> <account> <strategy>
 * <instrument> <side> <quantity> [<position>]} or {@code cancel <nanoseconds> <order>}. A line that
 * does not fit its CRC was not forced, so its command was not sent. An empty line before those of
 * each turn keeps them apart from a torn one.
 */
public final class EmergencyLog {
  private final Path file;

  /**
   * An order found in the file.
   *
   * @param id its id
   * @param account where it was sent
   * @param strategy the owner
   * @param instrument what was ordered
   * @param side buy or sell
   * @param quantity how much, as text
   * @param sentAt when, nanoseconds
   * @param position which of the owner's positions
   */
  public record Placed(
      ClientOrderId id,
      AccountId account,
      StrategyId strategy,
      InstrumentId instrument,
      Side side,
      String quantity,
      long sentAt,
      PositionId position) {}

  /** A log in the given file, which need not exist. */
  public EmergencyLog(Path file) {
    this.file = file;
  }

  /** Proves that it can be written; throws {@link StoreException} with a sentence if not. */
  public void open() {
    append("");
  }

  /** Makes the commands durable; queries need not be. */
  void write(List<ExchangeCommand> commands) {
    StringBuilder lines = new StringBuilder();
    for (ExchangeCommand command : commands) {
      if (command instanceof ExchangeCommand.Placement) {
        command.orders().forEach(order -> line(lines, submit(order, command.decidedAt())));
      } else if (command instanceof ExchangeCommand.Cancel) {
        line(lines, "cancel " + command.decidedAt() + " " + command.orderId());
      } else if (command instanceof ExchangeCommand.Amend amend) {
        line(lines, "amend " + amend.decidedAt() + " " + amend.orderId() + " " + amend.change());
      }
    }
    if (!lines.isEmpty()) {
      append("\n" + lines);
    }
  }

  private static String submit(Order order, long decidedAt) {
    OrderSpec spec = order.spec();
    String words =
        String.join(
            " ",
            "submit",
            String.valueOf(decidedAt),
            order.id().value(),
            order.account().value(),
            order.strategy().value(),
            spec.instrument().id().toString(),
            spec.side().name(),
            spec.quantity().toString());
    return spec.position().isNamed() ? words + " " + spec.position() : words;
  }

  private static void line(StringBuilder lines, String words) {
    lines.append(crc(words)).append(' ').append(words).append('\n');
  }

  private static String crc(String words) {
    CRC32C crc = new CRC32C();
    crc.update(words.getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(crc.getValue());
  }

  private void append(String text) {
    try {
      Files.createDirectories(file.getParent());
      try (FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      forceFolder();
    } catch (IOException e) {
      throw new StoreException(
          file
              + " cannot be written either, so nothing is sent: "
              + e
              + "; cancel and close at the venue itself",
          e);
    }
  }

  /** A power cut must not take the name of a file whose content was forced. */
  private void forceFolder() throws IOException {
    try (FileChannel folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
      folder.force(true);
    }
  }

  /** The orders in it, oldest first; none if there is no file. */
  public List<Placed> read() {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      List<Placed> all = new ArrayList<>();
      for (String line : Files.readAllLines(file)) {
        String[] words = line.split(" ", -1);
        int first = line.indexOf(' ');
        boolean whole = first > 0 && crc(line.substring(first + 1)).equals(words[0]);
        if (whole && words[1].equals("submit")) {
          all.add(placed(words));
        }
      }
      return all;
    } catch (IOException e) {
      throw new StoreException(file + " cannot be read: " + e, e);
    }
  }

  private static Placed placed(String[] words) {
    return new Placed(
        new ClientOrderId(words[3]),
        new AccountId(words[4]),
        new StrategyId(words[5]),
        InstrumentId.of(words[6]),
        Side.valueOf(words[7]),
        words[8],
        Long.parseLong(words[2]),
        PositionId.of(words.length > 9 ? words[9] : ""));
  }

  /** The journal knows what is in it: kept under another name. */
  public void settled(long epoch) {
    try {
      Files.move(file, file.resolveSibling("emergency-until-" + epoch + ".log"));
    } catch (IOException e) {
      throw new StoreException(file + " cannot be renamed: " + e, e);
    }
  }
}
