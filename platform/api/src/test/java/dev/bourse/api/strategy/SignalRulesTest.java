package dev.bourse.api.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Rate;
import dev.bourse.api.model.Signal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("S4")
class SignalRulesTest {
  private static final Currency USD = new Currency("USD", 8);
  private static final Instrument BTCUSD =
      new Instrument(
          InstrumentId.of("BTCUSD.TEST"),
          1,
          new Currency("BTC", 8),
          USD,
          Price.of("0.05"),
          Quantity.of("0.0002"),
          Quantity.of("0.001"),
          Quantity.of("1000"),
          Money.of("5", USD),
          Rate.ZERO,
          Rate.ZERO,
          true);
  private static final Price NOW = Price.of("100");

  private static Signal buy(String takeProfit, String stopLoss) {
    return Signal.buy(Quantity.of("0.5"), Price.of(takeProfit), Price.of(stopLoss));
  }

  private static Signal sell(String takeProfit, String stopLoss) {
    return Signal.sell(Quantity.of("0.5"), Price.of(takeProfit), Price.of(stopLoss));
  }

  private static List<String> problems(Signal signal) {
    return SignalRules.DEFAULT.problems(signal, BTCUSD, NOW);
  }

  @Test
  void takesSignalsExactlyOnTheirLimits() {
    List<Signal> good =
        List.of(
            buy("100.50", "99.50"),
            buy("200", "80"),
            sell("99.50", "100.50"),
            sell("50", "120"),
            buy("111.05", "90").at(Price.of("110.45")),
            buy("110", "90").lasting(Duration.ofMinutes(1)),
            Signal.buyFor(Money.of("0.02", USD), Price.of("110"), Price.of("90")));

    List<List<String>> problems = good.stream().map(SignalRulesTest::problems).toList();

    assertThat(problems).containsOnly(List.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          100.49 | 90    | take_profit=100.49 is nearer to 100 than the least distance, 0.005000
          110    | 99.51 | stop_loss=99.51 is nearer to 100 than the least distance, 0.005000
          110    | 79.99 | stop_loss=79.99 is farther from 100 than the greatest distance, 0.200000
          110    | 100   | a long signal needs stop_loss=100 below price=100 below take_profit=110: \
          it would be stopped out at once
          100    | 90    | a long signal needs stop_loss=90 below price=100 below take_profit=100: \
          its profit has passed already
          90     | 110   | a long signal needs stop_loss=110 below price=100 below take_profit=90
          -1     | 90    | take_profit=-1 must be above zero
          110    | 0     | stop_loss=0 must be above zero
          """)
  void refusesALongSignal(String takeProfit, String stopLoss, String sentence) {
    List<String> problems = problems(buy(takeProfit, stopLoss));

    assertThat(problems).containsExactly(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          99.51 | 110    | take_profit=99.51 is nearer to 100 than the least distance, 0.005000
          90    | 120.01 | stop_loss=120.01 is farther from 100 than the greatest distance, 0.200000
          90    | 100    | a short signal needs take_profit=90 below price=100 below stop_loss=100: \
          it would be stopped out at once
          100   | 110    | a short signal needs take_profit=100 below price=100 below stop_loss=110: \
          its profit has passed already
          """)
  void refusesAShortSignal(String takeProfit, String stopLoss, String sentence) {
    List<String> problems = problems(sell(takeProfit, stopLoss));

    assertThat(problems).containsExactly(sentence);
  }

  @Test
  void judgesASignalThatWaitsByItsEntryNotByThePrice() {
    List<String> problems = problems(buy("99", "90").at(Price.of("95")));
    List<String> crossed = problems(buy("94", "90").at(Price.of("95")));

    assertThat(problems).isEmpty();
    assertThat(crossed)
        .containsExactly("a long signal needs stop_loss=90 below entry=95 below take_profit=94");
  }

  @Test
  void tellsEverythingThatIsWrongAtOnce() {
    Signal signal =
        Signal.buy(Quantity.of("0.0003"), Price.of("0"), Price.of("-1"))
            .at(Price.of("95.01"))
            .lasting(Duration.ofSeconds(90_001));

    List<String> problems = problems(signal);

    assertThat(problems)
        .containsExactly(
            "quantity=0.0003 is not on the step 0.0002 of BTCUSD.TEST",
            "lifetime=PT25H1S must be whole minutes",
            "lifetime=1500m is longer than the longest, 1440m",
            "take_profit=0 must be above zero",
            "stop_loss=-1 must be above zero",
            "entry=95.01 is not on the tick 0.05 of BTCUSD.TEST");
  }

  @Test
  void refusesSizesThatCannotBeBought() {
    Price up = Price.of("110");
    Price down = Price.of("90");

    List<String> none = problems(Signal.buy(Quantity.of("0"), up, down));
    List<String> little = problems(Signal.buyFor(Money.of("0.0199", USD), up, down));
    List<String> negative = problems(Signal.buyFor(Money.of("-1", USD), up, down));
    List<String> much = problems(Signal.buyFor(Money.of("100000.01", USD), up, down));
    List<String> other = problems(Signal.buyFor(Money.of("1", new Currency("EUR", 2)), up, down));

    assertThat(none).containsExactly("quantity=0 must be above zero");
    assertThat(little).containsExactly("cost=0.01990000 USD buys less than the step 0.0002 at 100");
    assertThat(negative).containsExactly("cost=-1.00000000 USD must be above zero");
    assertThat(much).containsExactly("cost=100000.01000000 USD buys more than 1000.0000 at 100");
    assertThat(other).containsExactly("cost=1.00 EUR must be in USD");
  }

  @Test
  void aCostBuysWhatFitsTheStep() {
    Signal signal = Signal.buyFor(Money.of("10.05", USD), Price.of("110"), Price.of("90"));

    Quantity size = signal.size(BTCUSD, Price.of("99.99"));

    assertThat(size).isEqualTo(BTCUSD.quantity("0.1004"));
  }

  @Test
  void takesAnEndlessLifetimeOnlyWhereNoneIsTooLong() {
    Signal endless = buy("110", "90").lasting(Signal.FOREVER);
    SignalRules patient = SignalRules.DEFAULT.times(Signal.FOREVER, Duration.ofMinutes(5));

    List<String> usual = problems(endless);

    assertThat(usual).containsExactly("lifetime=forever is longer than the longest, 1440m");
    assertThat(patient.problems(endless, BTCUSD, NOW)).isEmpty();
  }

  @Test
  void itsConstantsCanBeChanged() {
    SignalRules wide =
        SignalRules.DEFAULT
            .distances(Rate.of("0.02"), Rate.of("0.03"), Rate.of("0.04"))
            .times(Duration.ofMinutes(10), Duration.ofMinutes(5));
    SignalRules noLongs =
        new SignalRules(
            PriceRule.CLOSE,
            1,
            Rate.ZERO,
            Rate.ZERO,
            Rate.of("1"),
            Duration.ofMinutes(1),
            Duration.ofMinutes(1),
            false,
            true);

    List<String> problems =
        wide.problems(buy("101", "98").lasting(Duration.ofMinutes(11)), BTCUSD, NOW);

    assertThat(problems)
        .containsExactly(
            "lifetime=11m is longer than the longest, 10m",
            "take_profit=101 is nearer to 100 than the least distance, 0.020000",
            "stop_loss=98 is nearer to 100 than the least distance, 0.030000");
    assertThat(noLongs.problems(buy("110", "90").lasting(Duration.ofMinutes(1)), BTCUSD, NOW))
        .containsExactly("long signals are switched off");
  }

  @Test
  void refusesRulesThatCannotBeKept() {
    SignalRules rules = SignalRules.DEFAULT;

    assertThatThrownBy(() -> rules.distances(Rate.ZERO, Rate.of("0.2"), Rate.of("0.2")))
        .hasMessage(
            "least distance of the stop-loss=0.200000 must be below the greatest, 0.200000");
    assertThatThrownBy(() -> rules.judgedBy(PriceRule.VWAP, 0))
        .hasMessage("price bars=0 is out of range: it must be 1..1000");
    assertThatThrownBy(() -> rules.times(Duration.ZERO, Duration.ofHours(1)))
        .hasMessage("longest lifetime of PT0S must be above zero");
  }

  @Test
  @Tag("S8")
  void anIntervalEndsWhereTheNextBegins() {
    long minute = Duration.ofMinutes(1).toNanos();

    SignalInterval quarter = SignalInterval.of("15m");

    assertThat(quarter.end(0)).isEqualTo(15 * minute);
    assertThat(quarter.end(15 * minute - 1)).isEqualTo(15 * minute);
    assertThat(quarter.end(15 * minute)).isEqualTo(30 * minute);
    assertThatThrownBy(() -> SignalInterval.of("2m"))
        .hasMessage("interval=2m must be one of 1m, 3m, 5m, 15m, 30m, 1h");
  }
}
