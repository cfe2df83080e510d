package dev.bourse.core.decision;

import dev.bourse.api.event.Event;
import dev.bourse.api.risk.RiskModule;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.api.trader.Safeguards;
import dev.bourse.core.state.Effects;
import dev.bourse.core.state.TraderState;
import java.util.List;

/** What stops a trader or closes positions by itself: breakers, and positions without a stop. */
final class Safety {
  private final BreakerSet set;
  private final Breakers breakers;
  private final ProtectionWatch protection;

  Safety(TraderState state, Decider decider, ListKeeper lists, BreakerSet set) {
    this.set = set;
    this.breakers = new Breakers(state, decider, set);
    this.protection = new ProtectionWatch(state, decider, lists);
  }

  void bind(String name, RiskModule module) {
    set.bind(name, module.breakers());
  }

  void unbind(String name) {
    set.unbind(name);
  }

  /** With market data, before strategies are asked: nearly always nothing. */
  void data() {
    if (breakers.isWaiting()) {
      breakers.measure();
    }
  }

  /** With any other event, before strategies are asked. */
  void before(Event event, Effects effects) {
    breakers.look(event, effects);
  }

  /** With any other event, when everything else was decided. */
  void after(Effects effects, List<TurnResult> results) {
    protection.look(effects, results);
  }

  /** For people. */
  Safeguards views() {
    return new Safeguards(breakers.views(), protection.views());
  }
}
