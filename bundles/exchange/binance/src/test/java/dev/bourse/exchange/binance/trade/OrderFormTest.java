package dev.bourse.exchange.binance.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.bourse.api.filter.Wanted;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Rate;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.TimeInForce;
import dev.bourse.api.model.TrailingOffset;
import dev.bourse.api.model.Trigger;
import dev.bourse.testkit.Instruments;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Orders in the venue's words. */
@Tag("B1")
class OrderFormTest {
  private static final Quantity ONE = Quantity.of("1");
  private static final Price LIMIT = Price.of("90.00");
  private static final Price TRIGGER = Price.of("95.00");

  private static String sent(OrderSpec spec, @Nullable Price last) {
    return OrderForm.of(spec, Wanted.Role.ENTRY, last).params().query();
  }

  private static String sent(OrderSpec spec) {
    return sent(spec, null);
  }

  @Test
  void plainOrders() {
    OrderSpec limit = OrderSpec.limit(Instruments.BTCUSD, Side.BUY, ONE, LIMIT);

    assertThat(sent(OrderSpec.market(Instruments.BTCUSD, Side.SELL, ONE)))
        .isEqualTo("symbol=BTCUSD&side=SELL&type=MARKET&quantity=1.00000000");
    assertThat(sent(limit))
        .isEqualTo(
            "symbol=BTCUSD&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1.00000000&price=90.00");
    assertThat(sent(limit.lasting(TimeInForce.FOK))).contains("&timeInForce=FOK&");
    assertThat(sent(limit.postingOnly()))
        .isEqualTo("symbol=BTCUSD&side=BUY&type=LIMIT_MAKER&quantity=1.00000000&price=90.00");
    assertThat(sent(limit.displaying(Quantity.of("0.1")))).endsWith("&icebergQty=0.10000000");
  }

  @Test
  void anOrderForAnAmountHasNoQuantity() {
    Money amount = Money.of("150", Instruments.BTCUSD.quote());

    String sent = sent(OrderSpec.marketFor(Instruments.BTCUSD, Side.BUY, amount));

    assertThat(sent).isEqualTo("symbol=BTCUSD&side=BUY&type=MARKET&quoteOrderQty=150.00000000");
  }

  @Test
  void ordersWithTriggers() {
    OrderSpec stop = OrderSpec.stop(Instruments.BTCUSD, Side.SELL, ONE, TRIGGER);

    assertThat(sent(stop)).endsWith("type=STOP_LOSS&quantity=1.00000000&stopPrice=95.00");
    assertThat(sent(OrderSpec.stopLimit(Instruments.BTCUSD, Side.SELL, ONE, TRIGGER, LIMIT)))
        .endsWith(
            "type=STOP_LOSS_LIMIT&timeInForce=GTC&quantity=1.00000000&price=90.00&stopPrice=95.00");
    assertThat(sent(OrderSpec.ifTouched(Instruments.BTCUSD, Side.BUY, ONE, TRIGGER)))
        .contains("type=TAKE_PROFIT&");
    assertThat(sent(OrderSpec.limitIfTouched(Instruments.BTCUSD, Side.BUY, ONE, TRIGGER, LIMIT)))
        .contains("type=TAKE_PROFIT_LIMIT&");
  }

  @Test
  void anOrderThatEndsAtATimeIsEndedByThePlatform() {
    OrderSpec spec = OrderSpec.limit(Instruments.BTCUSD, Side.BUY, ONE, LIMIT).until(7);

    assertThat(sent(spec)).contains("&timeInForce=GTC&");
  }

  @Test
  void aTrailingStopTrailsInHundredthsOfAPercent() {
    OrderSpec spec =
        OrderSpec.trailingStop(Instruments.BTCUSD, Side.SELL, ONE, TrailingOffset.basisPoints(150));

    assertThat(sent(spec)).endsWith("type=STOP_LOSS&quantity=1.00000000&trailingDelta=150");
  }

  @Test
  void aTrailingStopThatIsActivatedKnowsFromWhichSide() {
    OrderSpec spec =
        OrderSpec.trailingStop(Instruments.BTCUSD, Side.SELL, ONE, TrailingOffset.basisPoints(150));
    OrderSpec activated =
        spec.withTrigger(Trigger.trailing(TrailingOffset.basisPoints(150)).withPrice(TRIGGER));

    assertThat(sent(activated, LIMIT)).contains("type=TAKE_PROFIT&").contains("&stopPrice=95.00&");
    assertThat(sent(activated, Price.of("99.00"))).contains("type=STOP_LOSS&");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sent(activated))
        .withMessage("NO_PRICE: activation=95.00 last=unknown");
  }

  @Test
  void whatTheVenueHasNoWordsForIsRefused() {
    OrderSpec odd =
        OrderSpec.trailingStop(
            Instruments.BTCUSD, Side.SELL, ONE, new TrailingOffset.ByShare(Rate.of("0.000150")));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> sent(odd))
        .withMessageStartingWith("TRAILING_OFFSET: offset=ByShare");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                sent(
                    OrderSpec.limit(Instruments.BTCUSD, Side.BUY, ONE, LIMIT)
                        .postingOnly()
                        .lasting(TimeInForce.IOC)))
        .withMessage("POST_ONLY: type=LIMIT time_in_force=IOC");
  }
}
