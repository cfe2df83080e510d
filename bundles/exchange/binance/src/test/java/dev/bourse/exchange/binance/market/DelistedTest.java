package dev.bourse.exchange.binance.market;

import static dev.bourse.exchange.binance.market.FeedBench.BTCUSDT;
import static dev.bourse.exchange.binance.market.FeedBench.MOMENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Symbols that the venue does not have any more, or never had. */
@Tag("A4")
class DelistedTest {
  private final FeedBench bench = new FeedBench(false);

  @Test
  void aSymbolThatIsGoneIsNotTradedAndDoesNotKeepTheOthersFromBeingRead() {
    String both = rules("BTCUSDT", "ETHUSDT");
    String other = rules("ETHUSDT");
    bench.rest.answers(other, FakeRest.of("ETHUSDT"));
    bench.following();
    bench.feed.subscribe(InstrumentId.of("ETHUSDT.BINANCE"));
    bench.passes(MOMENT);
    bench.came();

    bench.rest.refuses(both, -1121);
    bench.rest.refuses(other, -1121);
    bench.rest.answers("/api/v3/exchangeInfo", FakeRest.SYMBOL.replace("0.01000000", "0.10000000"));
    bench.passes(Duration.ofMinutes(30));

    assertThat(bench.came())
        .containsExactly("listed BTCUSDT.BINANCE 2", "listed ETHUSDT.BINANCE 2");
    assertThat(bench.feed.instruments())
        .extracting(Instrument::trading)
        .containsExactly(true, false);
    assertThat(bench.rest.asked).filteredOn(each -> each.equals(both)).hasSize(1);
  }

  @Test
  void oneOfManyThatIsGoneIsFoundByHalvesAndAskedForByItselfFromThenOn() {
    List<String> names = List.of("BTCUSDT", "ETHUSDT", "LTCUSDT", "XRPUSDT");
    bench.following();
    for (String each : names.subList(1, 4)) {
      bench.rest.answers(rules(each), FakeRest.of(each));
      bench.feed.subscribe(InstrumentId.of(each + ".BINANCE"));
      bench.passes(MOMENT);
    }
    String rest = symbol(FakeRest.of("LTCUSDT")) + "," + symbol(FakeRest.of("XRPUSDT"));
    bench.rest.answers(rules("LTCUSDT", "XRPUSDT"), "{\"symbols\":[" + rest + "]}");
    bench.rest.refuses(rules("ETHUSDT"), -1121);
    bench.rest.refuses(rules("BTCUSDT", "ETHUSDT"), -1121);
    bench.rest.refuses(rules("BTCUSDT", "ETHUSDT", "LTCUSDT", "XRPUSDT"), -1121);
    int before = bench.rest.asked.size();

    bench.passes(Duration.ofMinutes(20));

    assertThat(bench.rest.asked.stream().skip(before))
        .filteredOn(each -> each.startsWith("/api/v3/exchangeInfo"))
        .containsExactly(
            rules("BTCUSDT", "ETHUSDT", "LTCUSDT", "XRPUSDT"),
            rules("BTCUSDT", "ETHUSDT"),
            rules("BTCUSDT"),
            rules("ETHUSDT"),
            rules("LTCUSDT", "XRPUSDT"),
            rules("BTCUSDT", "LTCUSDT", "XRPUSDT"),
            rules("ETHUSDT"));
    assertThat(bench.feed.instruments())
        .extracting(Instrument::trading)
        .containsExactly(true, false, true, true);
  }

  /** The question for the rules of symbols. */
  private static String rules(String... names) {
    return "/api/v3/exchangeInfo?symbols=%5B%22" + String.join("%22,%22", names) + "%22%5D";
  }

  @Test
  void aSymbolThatIsThereAgainIsTradedAgain() {
    bench.following();
    bench.rest.refuses("/api/v3/exchangeInfo", -1121);
    bench.passes(Duration.ofMinutes(11));

    bench.rest.answers("/api/v3/exchangeInfo", FakeRest.SYMBOL);
    bench.passes(Duration.ofMinutes(11));

    assertThat(bench.feed.instruments()).extracting(Instrument::trading).containsExactly(true);
  }

  @Test
  void aSymbolThatCannotBeReadDoesNotKeepTheOnesBehindItFromBeingRead() {
    String bad = symbol(FakeRest.SYMBOL.replace("LOT_SIZE", "LOTS"));
    String halted = symbol(FakeRest.of("ETHUSDT").replace("TRADING", "HALT"));
    bench.rest.answers("/api/v3/exchangeInfo?symbols=%5B%22ETH", FakeRest.of("ETHUSDT"));
    bench.following();
    bench.feed.subscribe(InstrumentId.of("ETHUSDT.BINANCE"));
    bench.passes(MOMENT);
    bench.came();

    bench.rest.answers("/api/v3/exchangeInfo", "{\"symbols\":[" + bad + "," + halted + "]}");
    bench.passes(Duration.ofMinutes(11));

    assertThat(bench.came()).containsExactly("listed ETHUSDT.BINANCE 2");
    assertThat(bench.feed.instruments())
        .extracting(Instrument::trading)
        .containsExactly(true, false);
  }

  private static String symbol(String described) {
    String text = described.strip();
    return text.substring("{\"symbols\":[".length(), text.length() - "]}".length());
  }

  @Test
  void theOnlySymbolThatIsGoneIsNotTraded() {
    bench.following();

    bench.rest.refuses("/api/v3/exchangeInfo", -1121);
    bench.passes(Duration.ofMinutes(30));

    assertThat(bench.came()).containsExactly("listed BTCUSDT.BINANCE 2");
    assertThat(bench.feed.instruments().get(0).trading()).isFalse();
  }

  @Test
  void whatTheVenueNeverHadIsNotFollowed() {
    bench.rest.refuses("/api/v3/exchangeInfo", -1121);

    bench.feed.subscribe(BTCUSDT);
    bench.passes(MOMENT);

    assertThat(bench.feed.symbols()).isEmpty();
  }
}
