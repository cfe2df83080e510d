package dev.bourse.venue.binance.calls;

import dev.bourse.venue.binance.protocol.Params;
import dev.bourse.venue.binance.protocol.Right;
import dev.bourse.venue.binance.trading.Desk;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request whose sender is proven.
 *
 * @param params its parameters
 * @param account the sender's account, null where nobody has to prove anything
 * @param now when it is answered, nanoseconds since 1970
 * @param rights what the sender's key may do, as far as it matters to a call
 */
public record Asked(Params params, @Nullable Desk account, long now, Set<Right> rights) {
  /** A request whose answer does not depend on the key. */
  public Asked(Params params, @Nullable Desk account, long now) {
    this(params, account, now, Set.of());
  }

  /** The sender's account, where there must be one. */
  Desk desk() {
    return Objects.requireNonNull(account, "a signed call without an account");
  }
}
