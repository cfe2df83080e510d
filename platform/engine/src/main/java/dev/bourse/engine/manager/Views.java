package dev.bourse.engine.manager;

import dev.bourse.api.model.TraderId;
import dev.bourse.api.model.TraderStatus;
import dev.bourse.api.model.TradingMode;
import dev.bourse.api.trader.Safeguards;
import dev.bourse.api.trader.TraderSnapshot;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What people see of a trader that has no loop. */
final class Views {
  private Views() {}

  /** The last view with another status, or an empty one. */
  static TraderSnapshot of(
      TraderId id,
      TradingMode mode,
      @Nullable TraderSnapshot last,
      TraderStatus status,
      String detail) {
    if (last == null) {
      return new TraderSnapshot(
          id,
          mode,
          status,
          detail,
          -1,
          Long.MIN_VALUE,
          0,
          "",
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Map.of(),
          Long.MAX_VALUE,
          "",
          List.of(),
          List.of(),
          List.of(),
          Safeguards.NONE);
    }
    return new TraderSnapshot(
        id,
        mode,
        status,
        detail,
        last.sequence(),
        last.time(),
        last.epoch(),
        last.stateHash(),
        last.accounts(),
        last.positions(),
        last.orders(),
        last.strategies(),
        last.feeds(),
        last.equity(),
        Map.of(),
        Long.MAX_VALUE,
        last.storage(),
        last.fees(),
        last.signals(),
        last.queried(),
        last.safeguards());
  }
}
