package dev.bourse.engine.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.model.Side;
import dev.bourse.api.persistence.StoreException;
import dev.bourse.engine.Market;
import dev.bourse.engine.SampleOrders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("F1")
class EmergencyLogTest {
  @TempDir private Path folder;

  @Test
  void findsTheOrdersThatItWroteAndNothingElse() {
    Path file = folder.resolve("deep/emergency.log");
    EmergencyLog log = new EmergencyLog(file);

    log.write(
        List.of(
            new ExchangeCommand.Cancel(SampleOrders.order("t-s-1-1"), 5),
            new ExchangeCommand.Submit(SampleOrders.order("t-s-1-_1"), 6),
            new ExchangeCommand.Query(SampleOrders.order("t-s-1-2"), 7)));
    log.write(List.of(new ExchangeCommand.Submit(SampleOrders.order("t-s-1-_2"), 8)));

    assertThat(new EmergencyLog(file).read())
        .extracting(placed -> placed.id().value(), EmergencyLog.Placed::sentAt)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("t-s-1-_1", 6L),
            org.assertj.core.groups.Tuple.tuple("t-s-1-_2", 8L));
    assertThat(new EmergencyLog(file).read().get(0))
        .satisfies(
            placed -> {
              assertThat(placed.instrument()).isEqualTo(Market.BTC.id());
              assertThat(placed.side()).isEqualTo(Side.BUY);
              assertThat(placed.quantity()).isEqualTo("0.1000");
            });
  }

  @Test
  void leavesOutALineThatWasNotWrittenWhole() throws Exception {
    Path file = folder.resolve("emergency.log");
    EmergencyLog log = new EmergencyLog(file);
    log.write(List.of(new ExchangeCommand.Submit(SampleOrders.order("t-s-1-_1"), 6)));
    log.write(List.of(new ExchangeCommand.Submit(SampleOrders.order("t-s-1-_2"), 8)));
    String text = Files.readString(file);

    Files.writeString(file, text.substring(0, text.length() - 4));

    assertThat(log.read()).extracting(placed -> placed.id().value()).containsExactly("t-s-1-_1");
  }

  @Test
  void findsWhatWasSentAfterALineThatWasNotWrittenWhole() throws Exception {
    Path file = folder.resolve("emergency.log");
    EmergencyLog log = new EmergencyLog(file);
    log.write(List.of(new ExchangeCommand.Submit(SampleOrders.order("t-s-1-_1"), 6)));
    String text = Files.readString(file);
    Files.writeString(file, text.substring(0, text.length() - 4));

    log.write(List.of(new ExchangeCommand.Submit(SampleOrders.order("t-s-1-_2"), 8)));

    assertThat(log.read()).extracting(placed -> placed.id().value()).containsExactly("t-s-1-_2");
  }

  @Test
  void saysWhereItCannotWrite() throws Exception {
    Path file = Files.createDirectory(folder.resolve("emergency.log"));

    EmergencyLog log = new EmergencyLog(file);

    assertThatThrownBy(log::open)
        .isInstanceOf(StoreException.class)
        .hasMessageContaining(file + " cannot be written either, so nothing is sent")
        .hasMessageEndingWith("cancel and close at the venue itself");
  }
}
