package dev.bourse.exchange.binance.market;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bourse.api.event.BookDifference;
import dev.bourse.api.event.Quote;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Rate;
import dev.bourse.exchange.binance.OutsideCases;
import dev.bourse.testkit.Instruments;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the venue's documents and its official client show of streams. */
@Tag("outside")
@Tag("P18")
class StreamSamplesTest {
  private static final Instrument BNBBTC =
      new Instrument(
          InstrumentId.of("BNBBTC.BINANCE"),
          1,
          new Currency("BNB", 8),
          Instruments.BTC,
          Price.of("0.00000001"),
          Quantity.of("0.00000001"),
          Quantity.of("0.00000001"),
          Quantity.of("1000000"),
          Instruments.BTC.zero(),
          Rate.of("0.001"),
          Rate.of("0.001"),
          true);

  /** What was read, a line each. */
  private static final class Lines implements Frames {
    final List<String> read = new ArrayList<>();

    @Override
    public Instrument instrument(String stream) {
      return BNBBTC;
    }

    @Override
    public void trade(Trade trade, long id) {
      read.add("trade " + id + " " + trade.size() + " at " + trade.price());
    }

    @Override
    public void quote(Quote quote, long updateId) {
      read.add("quote " + updateId + " " + quote.bid() + " " + quote.ask());
    }

    @Override
    public void kline(Kline kline) {
      read.add("kline " + kline.first() + "-" + kline.last() + " close " + kline.close());
    }

    @Override
    public void difference(BookDifference difference) {
      read.add("book " + difference.firstUpdateId() + "-" + difference.lastUpdateId());
    }

    @Override
    public void misfit(Instrument rules, String what) {
      read.add("misfit " + what);
    }

    @Override
    public void granted(long request) {
      read.add("granted " + request);
    }

    @Override
    public void listed(long request, Set<String> streams) {
      read.add("listed " + request + " " + streams);
    }

    @Override
    public void refused(long request, long code, String message) {
      read.add("refused " + request);
    }

    @Override
    public void closing() {
      read.add("closing");
    }
  }

  private final Lines lines = new Lines();
  private final FrameReader reader = new FrameReader(lines, () -> 0);

  /** A frame of a combined stream; what is one already, or an answer, stays as it is. */
  private void read(JsonNode sample) {
    boolean whole = sample.has("stream") || sample.has("result");
    if (sample.isObject() && !sample.has("method")) {
      reader.read(whole ? sample.toString() : "{\"stream\":\"any\",\"data\":" + sample + "}");
    }
  }

  @Test
  void framesOfTheDocumentsAreUnderstoodAndThoseOfOtherStreamsPassedOver() {
    JsonNode samples = OutsideCases.read("binance/spot-samples/web-socket-streams.json");

    samples.forEach(each -> read(each.path("json")));

    assertThat(lines.read)
        .containsExactly(
            "closing",
            "closing",
            "granted 1",
            "granted 312",
            "listed 3 [btcusdt@aggTrade]",
            "granted 5",
            "granted 2",
            "trade 12345 100.00000000 at 0.00100000",
            "kline 100-200 close 200000",
            "kline 100-200 close 200000",
            "quote 400900217 25.35190000 25.36520000",
            "book 157-160");
  }

  @Test
  void framesThatTheOfficialClientIsTestedWithAreUnderstood() {
    JsonNode samples = OutsideCases.read("binance/connector-samples/spot-streams.json");

    samples.forEach(each -> read(each.path("event")));

    assertThat(lines.read)
        .contains("book 157-160")
        .anyMatch(each -> each.startsWith("trade 12345 "));
  }
}
