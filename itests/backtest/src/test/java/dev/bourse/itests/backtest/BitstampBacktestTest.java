package dev.bourse.itests.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.backtest.BacktestResult;
import dev.bourse.api.backtest.BacktestResult.EquityPoint;
import dev.bourse.api.data.DataCounts;
import dev.bourse.api.event.Bar;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Int128;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.OrderStatus;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.backtest.Backtest;
import dev.bourse.backtest.plan.Plugins;
import dev.bourse.data.csv.CsvData;
import dev.bourse.exchange.simulated.SimulatedExchangeFactory;
import dev.bourse.risk.limits.LimitsFactory;
import dev.bourse.strategy.emacross.EmaCross;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An EMA cross of 10 and 20 one-minute bars over 100,000 real trades. */
@Tag("K1")
class BitstampBacktestTest {
  @TempDir Path folder;
  private Plugins plugins = new Plugins();

  @BeforeEach
  void lay() throws IOException {
    Bitstamp.lay(folder);
    plugins =
        new Plugins()
            .strategy("emacross", "1", new EmaCross())
            .exchange("simulated", "1", new SimulatedExchangeFactory())
            .risk("limits", "1", new LimitsFactory())
            .data("1", new CsvData(List.of(folder)));
  }

  private BacktestResult run(Map<String, String> limits) {
    return Backtest.of(Bitstamp.cross(Map.of("limits", limits)), plugins).run();
  }

  /** What fills did to the cash, fees included. */
  private static Money cash(List<Fill> fills, Money start) {
    Money cash = start;
    for (Fill fill : fills) {
      boolean buy = fill.side() == Side.BUY;
      cash = buy ? cash.minus(fill.notional()) : cash.plus(fill.notional());
      cash = cash.minus(fill.fee());
    }
    return cash;
  }

  private static Quantity held(List<Fill> fills, Instrument instrument) {
    long raw = 0;
    for (Fill fill : fills) {
      raw += fill.side() == Side.BUY ? fill.quantity().raw() : -fill.quantity().raw();
    }
    return instrument.quantity(raw);
  }

  @Test
  void theLastEquityIsTheCashThatTheFillsLeftAndWhatIsHeldAtTheLastPrice() {
    BacktestResult result = run(Map.of());
    Bar last = result.bars().get(result.bars().size() - 1);
    Instrument instrument = last.instrument();

    Money cash = cash(result.fills(), new Money(Int128.of(1_000_000_000_000L), instrument.quote()));
    Quantity held = held(result.fills(), instrument);

    Price price = last.close();
    EquityPoint end = result.equity().get(result.equity().size() - 1);
    assertThat(result.fills()).hasSizeGreaterThan(100);
    assertThat(end.equity()).isEqualTo(cash.plus(instrument.notional(price, held)));
  }

  @Test
  void everyOrderIsFilledWholeOrStillOpenAtTheEnd() {
    BacktestResult result = run(Map.of());

    List<OrderStatus> statuses =
        result.orders().stream().map(order -> order.status()).distinct().toList();
    long bought = result.fills().stream().filter(fill -> fill.side() == Side.BUY).count();

    assertThat(statuses).contains(OrderStatus.FILLED).doesNotContain(OrderStatus.REJECTED);
    assertThat(bought).isPositive();
    assertThat(result.dataCounts()).isEqualTo(new DataCounts(99_982, 18, 0, 0));
  }

  @Test
  void limitsOfTheRiskModuleAreNotedByCode() {
    BacktestResult result = run(Map.of("max.order.notional", "100"));

    List<String> notes = result.notes();

    assertThat(result.fills()).isEmpty();
    assertThat(notes).singleElement().asString().contains("denied with MAX_ORDER_NOTIONAL");
  }

  @Test
  void theSameRunAgainIsTheSameResult() {
    BacktestResult first = run(Map.of());

    BacktestResult second = run(Map.of());

    assertThat(second).isEqualTo(first);
  }
}
