package dev.bourse.data.csv;

import static dev.bourse.data.csv.DataFolder.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bourse.api.data.DataException;
import dev.bourse.api.event.FundingRate;
import dev.bourse.api.event.MarkPrice;
import dev.bourse.api.event.MarketEvent;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Price;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What venues say of contracts beside their market stands in columns of its own. */
@Tag("N17")
final class ContractColumnsTest {
  private static final long T0 = 1_385_337_600L * SECOND;

  @TempDir Path temp;

  private DataFolder perpetual() {
    return DataFolder.trades(temp)
        .with("contract", "linear")
        .with("maintenance.margin", "0.004")
        .with("column.mark", "mark")
        .with("column.index", "index")
        .with("column.funding.rate", "rate");
  }

  @Test
  void eachCellThatIsFilledIsAnEventAfterItsRow() {
    DataFolder folder =
        perpetual()
            .lines(
                "time,price,size,mark,index,rate",
                "1385337600,800,1,800.12345678,799.9,",
                "1385337601,801,1,,,-0.0000123456",
                "1385337602,802,1,801,,0.0001");

    List<MarketEvent> events = folder.events();

    Instrument contract = events.get(0).instrument();
    assertThat(events.stream().filter(event -> !(event instanceof Trade)))
        .containsExactly(
            new MarkPrice(contract, T0, Price.of("800.12345678"), Price.of("799.9")),
            new FundingRate(contract, T0 + SECOND, -123_456),
            new MarkPrice(contract, T0 + 2 * SECOND, Price.of("801"), null),
            new FundingRate(contract, T0 + 2 * SECOND, 1_000_000));
    assertThat(events)
        .extracting(event -> event.getClass().getSimpleName())
        .containsExactly(
            "Trade", "MarkPrice", "Trade", "FundingRate", "Trade", "MarkPrice", "FundingRate");
  }

  @Test
  void refusesWhatIsNoPriceAndNoRate() {
    DataFolder noPrice =
        perpetual().lines("time,price,size,mark,index,rate", "1385337600,800,1,zero,,");

    assertThatThrownBy(noPrice::events)
        .isInstanceOf(DataException.class)
        .hasMessageContaining("line 2: mark or index price zero is no price");
    DataFolder noRate =
        perpetual().lines("time,price,size,mark,index,rate", "1385337600,800,1,,,1.5");
    assertThatThrownBy(noRate::events)
        .isInstanceOf(DataException.class)
        .hasMessageContaining("funding rate 1.5000000000 must be a share between -1 and 1");
  }

  @Test
  void theStoreTakesNoneOfThem() {
    DataFolder folder =
        perpetual().lines("time,price,size,mark,index,rate", "1385337600,800,1,800,,");
    Path description = temp.resolve("sample.dataset");
    Instrument contract = folder.events().get(0).instrument();

    assertThatThrownBy(() -> new DescribedFormat().open(description, contract))
        .isInstanceOf(DataException.class)
        .hasMessageEndingWith(
            "has columns of mark prices or funding rates, which the store does not keep; trade over"
                + " the description itself, or take those columns out");
  }
}
