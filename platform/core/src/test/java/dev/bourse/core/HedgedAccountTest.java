package dev.bourse.core;

import static dev.bourse.core.Fixture.ACCOUNT;
import static dev.bourse.core.Fixture.USD;
import static dev.bourse.core.Hedger.DOWN;
import static dev.bourse.core.Hedger.PERP;
import static dev.bourse.core.Hedger.UP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bourse.api.event.AccountEvent;
import dev.bourse.api.event.OrderReport;
import dev.bourse.api.exchange.ExchangeCommand;
import dev.bourse.api.model.Balance;
import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.OmsType;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.PositionId;
import dev.bourse.api.model.PositionSide;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.VenueCause;
import dev.bourse.api.trader.TraderSnapshot.MarginView;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Accounts that hold both sides of a contract at the venue, and accounts that do not. */
@Tag("N17")
class HedgedAccountTest {
  private static MarginView margin(Hedger desk) {
    return desk.trader.core().view(Map.of(), Map.of(), "").accounts().get(0).margins().get(0);
  }

  @Test
  void anOrderSaysForWhichSideItIs() {
    Hedger desk = new Hedger(PERP, OmsType.HEDGING, true);
    desk.buy(UP, "3", "100.00");
    desk.sell(DOWN, "2", "100.00");

    desk.ask(orders -> orders.forPosition(UP).close());
    desk.ask(orders -> orders.forPosition(DOWN).close());

    List<ExchangeCommand> commands = desk.trader.commands();
    assertThat(commands)
        .extracting(each -> each.order().spec().side() + " " + each.order().positionSide())
        .containsExactly("BUY LONG", "SELL SHORT", "SELL LONG", "BUY SHORT");
    assertThat(commands).noneMatch(each -> each.order().spec().reduceOnly());
  }

  @Test
  void eachSideNeedsItsOwnMargin() {
    Hedger desk = new Hedger(PERP, OmsType.HEDGING, true);

    desk.buy(UP, "30", "100.00");
    desk.sell(DOWN, "20", "100.00");
    desk.ask(orders -> orders.forPosition(UP).sellLimit(desk.size("30"), PERP.price("120.00")));

    assertThat(margin(desk).margin().initial()).isEqualTo(Money.of("500", USD));
    assertThat(margin(desk).margin().maintenance()).isEqualTo(Money.of("50", USD));
  }

  @Test
  void whereTheVenueNetsWhatIsLeftNeedsMargin() {
    Hedger desk = new Hedger(PERP, OmsType.HEDGING, false);

    desk.buy(UP, "30", "100.00");
    desk.sell(DOWN, "20", "100.00");

    assertThat(margin(desk).margin().initial()).isEqualTo(Money.of("100", USD));
    assertThat(margin(desk).margin().maintenance()).isEqualTo(Money.of("10", USD));
    assertThat(margin(desk).liquidations())
        .extracting(each -> each.price())
        .allMatch(price -> price.isEmpty());
  }

  @Test
  void theEstimateOfALiquidationIsOfTheNamedPosition() {
    Hedger desk = new Hedger(PERP, OmsType.HEDGING, true);

    desk.buy(UP, "900", "100.00");
    desk.sell(DOWN, "1", "100.00");

    assertThat(margin(desk).liquidations())
        .extracting(each -> each.position() + " " + each.price().isPresent())
        .containsExactlyInAnyOrder("up true", "down true");
  }

  @Test
  void aStrategyThatNetsClosesBeforeItTurnsAround() {
    Hedger desk = new Hedger(PERP, OmsType.NETTING, true);
    desk.fill(desk.ask(orders -> orders.buyMarket(desk.size("3"))), "100.00");

    Order through = desk.ask(orders -> orders.sellMarket(desk.size("4")));
    Order close = desk.ask(orders -> orders.close());
    desk.fill(close, "100.00");
    Order turned = desk.ask(orders -> orders.sellMarket(desk.size("4")));

    assertThat(through.reason())
        .isEqualTo("EXCEEDS_POSITION: quantity=4.0000 position=LONG 3.00000000 live_exits=0.0000");
    assertThat(close.positionSide()).isEqualTo(PositionSide.LONG);
    assertThat(turned.positionSide()).isEqualTo(PositionSide.SHORT);
  }

  @Test
  void aLiquidationOfOneSideIsSharedByTheNamedPositionsOnIt() {
    Hedger desk = new Hedger(PERP, OmsType.HEDGING, true);
    PositionId other = new PositionId("other");
    desk.buy(UP, "3", "100.00");
    desk.buy(other, "1", "100.00");
    desk.sell(DOWN, "2", "100.00");
    ClientOrderId id = new ClientOrderId("liquidation-1");
    OrderSpec spec = OrderSpec.market(PERP, Side.SELL, desk.size("4")).reducing();

    desk.trader.on(
        new OrderReport.Made(
            ACCOUNT, id, spec, VenueCause.LIQUIDATION, "equity=1", desk.trader.now()));
    desk.fill(desk.trader.order(id), "80.00");

    assertThat(desk.trader.order(id).spec().position()).isEqualTo(UP);
    assertThat(desk.held(UP).realized()).isEqualTo(Money.of("-60", USD));
    assertThat(desk.held(other).realized()).isEqualTo(Money.of("-20", USD));
    assertThat(desk.held(DOWN).quantity()).isEqualByComparingTo(desk.size("2"));
  }

  @Test
  @Tag("N12")
  void whatTheVenueHoldsLessOfOneSideIsSharedByItsHolders() {
    Hedger desk = new Hedger(PERP, OmsType.HEDGING, true);
    PositionId other = new PositionId("other");
    desk.buy(UP, "3", "100.00");
    desk.buy(other, "1", "100.00");
    desk.sell(DOWN, "2", "100.00");
    desk.trader.now(desk.trader.now() + Fixture.SECOND);
    long now = desk.trader.now();

    desk.trader.on(
        new AccountEvent.MassReport(
                ACCOUNT,
                List.of(),
                List.of(),
                List.of(new Balance(desk.cash(), USD.zero())),
                now,
                now)
            .holding(
                List.of(
                    new AccountEvent.PositionReport(PERP, PositionSide.LONG, desk.size("2"), null),
                    new AccountEvent.PositionReport(
                        PERP, PositionSide.SHORT, desk.size("2"), null))));

    assertThat(desk.held(UP).quantity()).isEqualByComparingTo(desk.size("1.5"));
    assertThat(desk.held(other).quantity()).isEqualByComparingTo(desk.size("0.5"));
    assertThat(desk.held(DOWN).quantity()).isEqualByComparingTo(desk.size("2"));
  }
}
