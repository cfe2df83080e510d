package dev.bourse.core.protection;

import dev.bourse.api.model.AccountId;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.PositionId;
import dev.bourse.api.model.Quantity;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.state.StateReader;
import dev.bourse.api.state.StateWriter;
import dev.bourse.api.trace.TurnResult;
import dev.bourse.api.trace.TurnResult.Protection;
import dev.bourse.core.codec.ValueCodec;
import dev.bourse.core.portfolio.PositionKey;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The positions whose declared stop does not work, by owner. Not thread-safe. */
public final class ProtectionBook {
  /**
   * One of them.
   *
   * @param stage what was done about it
   * @param since when its stop did not work first; while it is being closed, when that was tried
   *     last
   * @param lost how much its stops covered together before one ended that nobody took back; zero if
   *     none did
   * @param why a sentence
   */
  public record Exposure(Protection stage, long since, Quantity lost, String why) {
    /** Whether it is longer so than allowed. */
    public boolean isUnprotected() {
      return stage != Protection.EXPOSED;
    }
  }

  private final Map<PositionKey, Exposure> exposures = new TreeMap<>();

  /** The owner's, or null while it is protected. */
  public @Nullable Exposure find(PositionKey key) {
    return exposures.get(key);
  }

  /** All, in order of owners; a view. */
  public Map<PositionKey, Exposure> all() {
    return Collections.unmodifiableMap(exposures);
  }

  /** Whether the engine closes a position. */
  public boolean isClosing() {
    for (Exposure each : exposures.values()) {
      if (each.stage() == Protection.CLOSING) {
        return true;
      }
    }
    return false;
  }

  /** Applies a change. */
  public void apply(TurnResult.ProtectionChanged changed) {
    PositionKey key =
        new PositionKey(
            changed.account(), changed.strategy(), changed.instrument(), changed.position());
    if (changed.stage() == Protection.RESTORED) {
      exposures.remove(key);
    } else {
      exposures.put(
          key, new Exposure(changed.stage(), changed.since(), changed.lost(), changed.sentence()));
    }
  }

  /** Writes everything. */
  public void save(StateWriter out, ValueCodec values) {
    out.putInt(exposures.size());
    exposures.forEach(
        (key, each) -> {
          out.putText(key.account().value()).putText(key.strategy().value());
          out.putText(key.instrument().toString()).putText(key.position().value());
          out.putText(each.stage().name()).putLong(each.since());
          values.quantity(out, each.lost());
          out.putText(each.why());
        });
  }

  /** Reads what {@link #save} wrote. */
  public void load(StateReader in, ValueCodec values) {
    for (int left = in.getInt(); left > 0; left--) {
      PositionKey key =
          new PositionKey(
              new AccountId(in.getText()),
              new StrategyId(in.getText()),
              InstrumentId.of(in.getText()),
              PositionId.of(in.getText()));
      Protection stage = Protection.valueOf(in.getText());
      exposures.put(key, new Exposure(stage, in.getLong(), values.quantity(in), in.getText()));
    }
  }
}
