package dev.bourse.exchange.simulated;

import static dev.bourse.api.model.Side.BUY;
import static dev.bourse.api.model.Side.SELL;
import static dev.bourse.testkit.Market.trade;
import static dev.bourse.testkit.TestOrders.limit;
import static dev.bourse.testkit.TestOrders.order;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Contingency;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderLink;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.Price;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.VenueFilter;
import dev.bourse.testkit.Instruments;
import dev.bourse.testkit.RecordingSink;
import dev.bourse.testkit.TestContext;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How many order lists may be open, at a venue that gets the orders of a list one after the other.
 */
@Tag("P19")
class OrderListFiltersTest {
  private static final String TOO_MANY =
      "Rejected MAX_NUM_ORDER_LISTS: open=1 max=1 message=Filter failure: MAX_NUM_ORDER_LISTS";

  private final Instrument instrument = limited("MAX_NUM_ORDER_LISTS");
  private final Desk desk = desk(instrument);

  /** One list of it may be open. */
  private static Instrument limited(String filter) {
    return Instruments.BTCUSD.filtered(
        List.of(VenueFilter.of(filter, Map.of("maxNumOrderLists", "1"))));
  }

  private static Desk desk(Instrument... instruments) {
    Desk desk =
        Desk.open(
            TestContext.of(new RecordingSink()).with(List.of(instruments)),
            "balances",
            "100000 USD,100 BTC");
    for (Instrument each : instruments) {
      desk.feed(trade(each, 9, "100.00", "1"));
    }
    return desk;
  }

  private static Order listed(String list, Order order, String sibling) {
    return order.withLink(
        new OrderLink(
            new ClientOrderId(list), null, List.of(new ClientOrderId(sibling)), Contingency.OUO));
  }

  private static Order target(String list, Instrument where, Side side) {
    Order order = limit(list + "-target", where, side, "1", side == SELL ? "110.00" : "90.00");
    return listed(list, order, list + "-stop");
  }

  private static Order stop(String list, Instrument where, Side side) {
    Price trigger = Price.of(side == SELL ? "90.00" : "110.00");
    OrderSpec spec = OrderSpec.stop(where, side, Quantity.of("1"), trigger);
    return listed(list, order(list + "-stop", spec), list + "-target");
  }

  private Order target(String list) {
    return target(list, instrument, SELL);
  }

  private Order stop(String list) {
    return stop(list, instrument, SELL);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void ofAListTooManyTheTargetIsRefusedAndTheStopRestsAlone(boolean targetFirst) {
    desk.submit(10, target("a")).submit(10, stop("a"));

    desk.submit(10, targetFirst ? target("b") : stop("b"))
        .submit(10, targetFirst ? stop("b") : target("b"))
        .at(11);

    assertThat(desk.reports())
        .startsWith("a-target Accepted", "a-stop Accepted")
        .containsExactlyInAnyOrder(
            "a-target Accepted", "a-stop Accepted", "b-target " + TOO_MANY, "b-stop Accepted");
  }

  @Test
  void ofAListTooManyNoEntryIsTaken() {
    desk.submit(10, target("a")).submit(10, stop("a"));

    desk.submit(10, stop("b", instrument, BUY)).submit(10, target("b", instrument, BUY)).at(11);

    assertThat(desk.reports()).endsWith("b-stop " + TOO_MANY, "b-target " + TOO_MANY);
  }

  @Test
  void bothEntriesOfAListThatHasRoomAreTaken() {
    desk.submit(10, stop("a", instrument, BUY)).submit(10, target("a", instrument, BUY)).at(11);

    assertThat(desk.reports()).containsExactly("a-stop Accepted", "a-target Accepted");
  }

  @Test
  void anOrderThatStandsAloneIsNoList() {
    desk.submit(10, target("a")).submit(10, stop("a"));
    OrderLink entry = new OrderLink(new ClientOrderId("entry"), null, List.of(), Contingency.OTO);

    desk.submit(10, limit("single", instrument, SELL, "1", "110.00"))
        .submit(10, limit("entry", instrument, BUY, "1", "90.00").withLink(entry))
        .at(11);

    assertThat(desk.reports()).endsWith("single Accepted", "entry Accepted");
  }

  @Test
  void aThirdOrderOfAListIsNoSecondList() {
    desk.submit(10, target("a")).submit(10, stop("a"));

    Order third = limit("third", instrument, SELL, "1", "120.00");
    desk.submit(10, listed("a", third, "a-stop")).at(11);

    assertThat(desk.reports()).endsWith("third Accepted");
  }

  @Test
  void aListOfWhichOneOrderIsLeftMakesRoom() {
    desk.submit(10, target("a")).submit(10, stop("a")).cancel(11, target("a"));

    desk.submit(12, target("b")).submit(12, stop("b")).at(13);

    assertThat(desk.reports()).endsWith("b-target Accepted", "b-stop Accepted");
  }

  @Test
  void aTargetThatComesAgainAfterItsStopEndedIsNoList() {
    desk.submit(10, target("b")).submit(10, stop("b")).cancel(11, stop("b"));
    desk.cancel(11, target("b")).submit(12, target("a")).submit(12, stop("a"));

    desk.submit(13, listed("b", limit("b-again", instrument, SELL, "1", "111.00"), "b-stop"))
        .at(14);

    assertThat(desk.reports()).endsWith("b-again Accepted");
  }

  @Test
  void listsOfAllSymbolsAreCountedForTheWholeExchange() {
    Instrument here = limited("EXCHANGE_MAX_NUM_ORDER_LISTS");
    Instrument there = elsewhere(here);
    Desk both = desk(here, there);

    both.submit(10, target("a", there, SELL)).submit(10, stop("a", there, SELL));
    both.submit(10, target("b", here, SELL)).at(11);

    assertThat(both.reports())
        .endsWith(
            "b-target Rejected EXCHANGE_MAX_NUM_ORDER_LISTS: open=1 max=1"
                + " message=Filter failure: EXCHANGE_MAX_NUM_ORDER_LISTS");
  }

  @Test
  void listsOfOtherSymbolsAreNotCountedForASymbol() {
    Instrument there = elsewhere(instrument);
    Desk both = desk(instrument, there);

    both.submit(10, target("a", there, SELL)).submit(10, stop("a", there, SELL));
    both.submit(10, target("b")).at(11);

    assertThat(both.reports()).endsWith("b-target Accepted");
  }

  /** The same on another symbol, without filters. */
  private static Instrument elsewhere(Instrument like) {
    return new Instrument(
        InstrumentId.of("XBTUSD.OTHER"),
        1,
        like.base(),
        like.quote(),
        like.tickSize(),
        like.stepSize(),
        like.minQuantity(),
        like.maxQuantity(),
        like.minNotional(),
        like.makerFee(),
        like.takerFee(),
        true);
  }
}
