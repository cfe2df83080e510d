package dev.bourse.backtest;

import dev.bourse.api.event.Bar;
import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.OmsType;
import dev.bourse.api.model.OrderList;
import dev.bourse.api.model.OrderSpec;
import dev.bourse.api.model.PositionId;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.Side;
import dev.bourse.api.strategy.Orders;
import dev.bourse.api.strategy.Strategy;
import dev.bourse.api.strategy.StrategyContext;
import dev.bourse.api.strategy.StrategyFactory;

/** Holds a long and a short position at a time, and a third that a bracket looks after. */
public final class Hedges implements StrategyFactory<Seesaw.Config> {
  static final PositionId LONG = new PositionId("long");
  static final PositionId SHORT = new PositionId("short");
  static final PositionId GUARDED = new PositionId("guarded");

  @Override
  public Class<Seesaw.Config> configType() {
    return Seesaw.Config.class;
  }

  @Override
  public Strategy create(Seesaw.Config config, StrategyContext context) {
    if (context.oms() != OmsType.HEDGING) {
      throw new IllegalArgumentException("it holds both sides at a time: it needs oms=hedging");
    }
    Instrument instrument = context.instrument();
    Quantity once = instrument.quantity(config.quantity());
    return new Strategy() {
      private int bars;

      @Override
      public void onBar(Bar bar, Orders orders) {
        bars++;
        turn(orders.forPosition(LONG), Side.BUY, bars % 5 == 0);
        turn(orders.forPosition(SHORT), Side.SELL, bars % 7 == 0);
        Orders guarded = orders.forPosition(GUARDED);
        if (guarded.isFlat()) {
          guarded.submit(bracket(bar.closeRaw()));
        }
      }

      private void turn(Orders desk, Side side, boolean over) {
        if (desk.isFlat()) {
          desk.submit(OrderSpec.market(instrument, side, once.plus(once)));
        } else if (over) {
          desk.close();
        }
      }

      private OrderList bracket(long close) {
        return OrderList.bracket(
            OrderSpec.market(instrument, Side.BUY, once),
            instrument.price(close + 900),
            instrument.price(close - 1_100));
      }
    };
  }
}
