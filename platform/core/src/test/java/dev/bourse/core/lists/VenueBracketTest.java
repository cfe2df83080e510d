package dev.bourse.core.lists;

import static dev.bourse.core.Fixture.BTC;
import static dev.bourse.core.Fixture.BTCUSD;
import static dev.bourse.core.Fixture.USD;
import static dev.bourse.core.lists.ListHouse.FREE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.OrderChange;
import dev.bourse.api.model.OrderList;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.Side;
import dev.bourse.core.Fixture;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Entries whose exits wait at the venue until they have filled whole. */
@Tag("N19")
class VenueBracketTest {
  private static final String BRACKET =
      "SubmitBracket BUY 1.0000 LIMIT + SubmitBracket SELL 0.9980 STOP_MARKET"
          + " + SubmitBracket SELL 0.9980 LIMIT";

  private final BracketHouse brackets = new BracketHouse();
  private final ListHouse house = brackets.house;
  private final Fixture trader = house.trader;

  @Test
  void anEntryAndItsExitsAreOneCommandAndOnlyTheEntryReserves() {
    List<ClientOrderId> ids = house.places(ListHouse.bracket());

    assertThat(house.sent()).containsExactly(BRACKET);
    assertThat(house.orders(ids))
        .containsExactly(
            "1.0000 LIMIT INITIALIZED",
            "0.9980 LIMIT INITIALIZED",
            "0.9980 STOP_MARKET INITIALIZED");
    assertThat(house.reserved(BTC)).isEqualTo(BTC.zero());
    assertThat(house.reserved(USD)).isGreaterThanOrEqualTo(Money.of("100", USD));
  }

  @Test
  void anEntryThatFillsWholeFindsItsExitsAtWork() {
    List<ClientOrderId> ids = brackets.placed();

    trader.fill(ids.get(0), "1", "100.00", BracketHouse.FEE);
    trader.fill(ids.get(1), "0.9980", "110.00", FREE);
    brackets.expired(ids.get(2));

    assertThat(house.sent()).isEmpty();
    assertThat(house.orders(ids))
        .containsExactly(
            "1.0000 LIMIT FILLED", "0.9980 LIMIT FILLED", "0.9980 STOP_MARKET EXPIRED");
    assertThat(house.position().isZero()).isTrue();
    assertThat(brackets.critical()).isEmpty();
  }

  @Test
  void exitsThatWorkReserveOnce() {
    List<ClientOrderId> ids = brackets.placed();

    trader.fill(ids.get(0), "1", "100.00", BracketHouse.FEE);

    assertThat(house.reserved(BTC)).isEqualTo(Money.of("0.998", BTC));
  }

  @Test
  void exitsOfAnEntryWhoseFeeIsNotInBaseComeAgainForAllOfIt() {
    List<ClientOrderId> ids = brackets.placed();

    trader.fill(ids.get(0), "1", "100.00", FREE);
    List<String> asked = house.sent();
    house.canceled(ids.get(1));
    house.canceled(ids.get(2));

    assertThat(asked).containsExactly("Cancel SELL 0.9980 STOP_MARKET", "Cancel SELL 0.9980 LIMIT");
    assertThat(house.sent())
        .containsExactly("SubmitPair SELL 1.0000 STOP_MARKET + SubmitPair SELL 1.0000 LIMIT");
  }

  @Test
  void aPartThatStaysOneEndsTheEntryAndGetsAPairOfItsOwn() {
    List<ClientOrderId> ids = brackets.placed();

    trader.fill(ids.get(0), "0.4", "100.00", FREE);
    List<String> atOnce = house.sent();
    brackets.passTime();
    List<String> later = house.sent();
    house.canceled(ids.get(0));
    brackets.expired(ids.get(1));
    brackets.expired(ids.get(2));

    assertThat(atOnce).isEmpty();
    assertThat(later).containsExactly("Cancel BUY 1.0000 LIMIT");
    assertThat(house.sent())
        .containsExactly("SubmitPair SELL 0.4000 STOP_MARKET + SubmitPair SELL 0.4000 LIMIT");
    assertThat(brackets.critical()).isEmpty();
  }

  @Test
  void aRestThatFillsInTimeKeepsTheExitsWhereTheyAre() {
    List<ClientOrderId> ids = brackets.placed();

    trader.fill(ids.get(0), "0.4", "100.00", FREE);
    trader.fill(ids.get(0), "0.6", "100.00", BracketHouse.FEE);
    brackets.passTime();

    assertThat(house.sent()).isEmpty();
    assertThat(house.reserved(BTC)).isEqualTo(Money.of("0.998", BTC));
  }

  @Test
  void anEntryThatItsOwnerCancelsTakesItsExitsAlong() {
    List<ClientOrderId> ids = brackets.placed();

    house.does(orders -> orders.cancel(ids.get(0)));
    house.canceled(ids.get(0));
    brackets.expired(ids.get(1));
    brackets.expired(ids.get(2));

    assertThat(house.sent()).containsExactly("Cancel BUY 1.0000 LIMIT");
    assertThat(trader.core().state().ledger().live()).isEmpty();
    assertThat(house.reserved()).containsExactly(USD.zero(), BTC.zero());
  }

  @Test
  void anExitThatWaitsIsCancelledWithItsEntry() {
    List<ClientOrderId> ids = brackets.placed();

    house.does(orders -> orders.cancel(ids.get(2)));

    assertThat(house.sent()).containsExactly("Cancel BUY 1.0000 LIMIT");
    assertThat(trader.order(ids.get(0)).reason())
        .isEqualTo(
            "BRACKET: because=exit "
                + ids.get(2)
                + ", which waits with it at the venue, is cancelled by strategy s1");
  }

  @Test
  void aPartThatIsSoldEndsTheEntryAtOnce() {
    List<ClientOrderId> ids = brackets.placed();
    trader.fill(ids.get(0), "0.4", "100.00", FREE);
    house.does(
        orders ->
            orders.submit(OrderSpec.market(BTCUSD, Side.SELL, BTCUSD.quantity("0.4")).reducing()));
    ClientOrderId sale = house.newest(1).get(0).id();
    trader.accept(sale);

    trader.fill(sale, "0.4", "100.00", FREE);

    assertThat(house.sent())
        .containsExactly("Submit SELL 0.4000 MARKET", "Cancel BUY 1.0000 LIMIT");
  }

  @Test
  void aPartThatIsTooSmallForAnExitLeavesTheEntryWhereItIs() {
    List<ClientOrderId> ids = brackets.placed();

    trader.fill(ids.get(0), "0.0001", "100.00", FREE);
    brackets.passTime();

    assertThat(house.sent()).isEmpty();
  }

  @Test
  void anExitThatItsOwnerTookBackDoesNotComeAgainForAPart() {
    List<ClientOrderId> ids = brackets.placed();
    trader.fill(ids.get(0), "0.4", "100.00", FREE);

    house.does(orders -> orders.cancel(ids.get(1)));
    house.canceled(ids.get(0));
    brackets.expired(ids.get(1));
    brackets.expired(ids.get(2));

    assertThat(house.sent())
        .containsExactly("Cancel BUY 1.0000 LIMIT", "Submit SELL 0.4000 STOP_MARKET");
  }

  @Test
  void aCancelOfAnExitThatComesAfterItsEntryHasFilledWasTooLate() {
    List<ClientOrderId> ids = brackets.placed();

    house.does(orders -> orders.cancel(ids.get(1)));
    trader.fill(ids.get(0), "1", "100.00", BracketHouse.FEE);

    assertThat(house.sent()).containsExactly("Cancel BUY 1.0000 LIMIT");
    assertThat(house.orders(ids))
        .containsExactly(
            "1.0000 LIMIT FILLED", "0.9980 LIMIT ACCEPTED", "0.9980 STOP_MARKET ACCEPTED");
    assertThat(trader.order(ids.get(1)).reason()).isEqualTo("its entry had filled before");
  }

  /** The exits of an older list would else grow by what a waiting one's are for. */
  @Test
  void exitsThatWaitKeepThoseOfAnotherListFromGrowing() {
    List<ClientOrderId> older = brackets.placed();
    trader.fill(older.get(0), "1", "100.00", BracketHouse.FEE);
    List<ClientOrderId> ids = brackets.placed();

    trader.fill(ids.get(0), "0.5", "100.00", Money.of("0.00100", BTC));

    assertThat(house.sent()).isEmpty();
  }

  @Test
  void exitsWithATimeOfTheirOwnAreSentInTwoSteps() {
    OrderSpec entry =
        OrderSpec.limit(BTCUSD, Side.BUY, BTCUSD.quantity("1"), BTCUSD.price("100.00"));
    OrderSpec target =
        OrderSpec.limit(BTCUSD, Side.SELL, BTCUSD.quantity("1"), BTCUSD.price("110.00"))
            .reducing()
            .until(trader.now() + Duration.ofHours(1).toNanos());
    OrderSpec stop =
        OrderSpec.stop(BTCUSD, Side.SELL, BTCUSD.quantity("1"), BTCUSD.price("90.00")).reducing();

    house.places(OrderList.bracket(entry, target, stop));

    assertThat(house.sent()).containsExactly("Submit BUY 1.0000 LIMIT");
  }

  @Test
  void neitherTheEntryNorWhatWaitsForItIsChanged() {
    List<ClientOrderId> ids = brackets.placed();

    house.does(orders -> orders.amend(ids.get(0), OrderChange.price(BTCUSD.price("99.00"))));
    house.does(orders -> orders.amend(ids.get(1), OrderChange.price(BTCUSD.price("111.00"))));

    assertThat(house.sent()).isEmpty();
  }

  @Test
  void aListThatNoVenueTakesAsABracketIsSentInTwoSteps() {
    OrderSpec entry = OrderSpec.market(BTCUSD, Side.BUY, BTCUSD.quantity("1"));
    OrderList list = OrderList.bracket(entry, BTCUSD.price("110.00"), BTCUSD.price("90.00"));

    List<ClientOrderId> ids = house.places(list);

    assertThat(house.sent()).containsExactly("Submit BUY 1.0000 MARKET");
    assertThat(house.orders(ids.subList(1, 3)))
        .containsExactly("1.0000 LIMIT EMULATED", "1.0000 STOP_MARKET EMULATED");
  }

  @Test
  void oneExitAloneWaitsThereAsWell() {
    OrderSpec entry =
        OrderSpec.limit(BTCUSD, Side.BUY, BTCUSD.quantity("1"), BTCUSD.price("100.00"));
    OrderSpec stop =
        OrderSpec.stop(BTCUSD, Side.SELL, BTCUSD.quantity("1"), BTCUSD.price("90.00")).reducing();

    house.places(OrderList.oneTriggersOthers(entry, stop));

    assertThat(house.sent())
        .containsExactly("SubmitBracket BUY 1.0000 LIMIT + SubmitBracket SELL 0.9980 STOP_MARKET");
  }
}
