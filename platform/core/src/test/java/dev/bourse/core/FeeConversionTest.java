package dev.bourse.core;

import static dev.bourse.core.Fixture.BTCUSD;
import static dev.bourse.core.Fixture.USD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.ControlEvent;
import dev.bourse.api.event.InstrumentListed;
import dev.bourse.api.event.Trade;
import dev.bourse.api.model.AggressorSide;
import dev.bourse.api.model.Currency;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.Side;
import dev.bourse.api.persistence.Snapshot;
import dev.bourse.api.strategy.Strategy;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.core.codec.StateHash;
import dev.bourse.core.portfolio.FeeBook;
import dev.bourse.core.state.SnapshotCodec;
import dev.bourse.core.state.TraderState;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Fees in a third currency are named with the rate at which they were worth something else. */
@Tag("N28")
class FeeConversionTest {
  private static final Currency BNB = new Currency("BNB", 8);
  private static final Instrument BNBUSD = bnb();

  private final Fixture trader = new Fixture();

  private static Instrument bnb() {
    Instrument like = BTCUSD;
    return new Instrument(
        InstrumentId.of("BNBUSD.TEST"),
        1,
        BNB,
        USD,
        like.tickSize(),
        like.stepSize(),
        like.minQuantity(),
        like.maxQuantity(),
        like.minNotional(),
        like.makerFee(),
        like.takerFee(),
        true);
  }

  private void begin() {
    trader.running(new Strategy() {});
    trader.on(new InstrumentListed(BNBUSD, trader.now()));
    trader.trade("100.00");
  }

  private void bnbCosts(String price) {
    long raw = BNBUSD.price(price).raw();
    long size = BNBUSD.quantity("1").raw();
    trader.on(new Trade(BNBUSD, trader.now(), raw, size, AggressorSide.UNKNOWN, null));
  }

  private List<TurnResult.FeeConverted> buyFor(Money fee) {
    trader.on(
        new ControlEvent.Submit(OrderSpec.market(BTCUSD, Side.BUY, BTCUSD.quantity("1")), "op"));
    Order order = trader.last();
    trader.accept(order.id());
    return trader.fill(order.id(), "1", "100.00", fee).results().stream()
        .filter(TurnResult.FeeConverted.class::isInstance)
        .map(TurnResult.FeeConverted.class::cast)
        .toList();
  }

  private List<FeeBook.Paid> paid() {
    return trader.core().state().portfolio().fees().all();
  }

  @Test
  void namesTheRateItsInstrumentAndItsTime() {
    begin();
    bnbCosts("600.00");
    long then = trader.now();

    List<TurnResult.FeeConverted> fees = buyFor(Money.of("0.0005", BNB));

    assertThat(fees).hasSize(1);
    assertThat(fees.get(0).conversion().to()).isEqualTo(Money.of("0.3", USD));
    assertThat(fees.get(0).conversion().legs())
        .extracting(leg -> leg.instrument() + " " + leg.price() + " " + (leg.time() == then))
        .containsExactly("BNBUSD.TEST 600.00 true");
  }

  @Test
  void sumsWhatFeesWereWorthEachAtItsOwnMoment() {
    begin();
    bnbCosts("600.00");
    buyFor(Money.of("0.0005", BNB));

    bnbCosts("500.00");
    buyFor(Money.of("0.0005", BNB));

    assertThat(paid())
        .extracting(sum -> sum.amount() + " " + sum.worth())
        .containsExactly("0.00100000 BNB 0.55000000 USD");
  }

  @Test
  void saysThatNoPriceConvertsIt() {
    begin();

    List<TurnResult.FeeConverted> fees = buyFor(Money.of("0.0005", BNB));

    assertThat(fees)
        .extracting(fee -> fee.sentence().replaceAll("fill [^:]+", "fill f"))
        .containsExactly("fee of fill f: 0.00050000 BNB, which no known price converts");
    assertThat(paid())
        .extracting(sum -> sum.amount() + " " + sum.worth())
        .containsExactly("0.00050000 BNB null");
  }

  @Test
  void feesInQuoteAndInBaseNeedNoRate() {
    begin();
    bnbCosts("600.00");

    List<TurnResult.FeeConverted> inQuote = buyFor(Money.of("0.1", USD));
    List<TurnResult.FeeConverted> inBase = buyFor(Money.of("0.001", Fixture.BTC));

    assertThat(inQuote).isEmpty();
    assertThat(inBase).isEmpty();
  }

  @Test
  void repeatingTheRecordGivesTheSameSums() {
    begin();
    bnbCosts("600.00");
    buyFor(Money.of("0.0005", BNB));
    TraderCore again = new TraderCore(Fixture.settings(List.of()));

    trader.turns().forEach(again::replay);

    assertThat(again.state().portfolio().fees().all()).isEqualTo(paid());
    assertThat(again.stateHash()).isEqualTo(trader.core().stateHash());
  }

  @Test
  void aRestartFindsTheSumsAgain() {
    begin();
    bnbCosts("600.00");
    buyFor(Money.of("0.0005", BNB));
    Snapshot saved = trader.core().save();

    TraderState restored = SnapshotCodec.load(Fixture.settings(List.of()), saved);

    assertThat(restored.portfolio().fees().all()).isEqualTo(paid());
    assertThat(StateHash.of(SnapshotCodec.save(restored, List.of())))
        .isEqualTo(StateHash.of(SnapshotCodec.save(trader.core().state(), List.of())));
  }
}
