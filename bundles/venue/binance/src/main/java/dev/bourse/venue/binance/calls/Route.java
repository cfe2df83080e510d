package dev.bourse.venue.binance.calls;

import dev.bourse.venue.binance.protocol.Access;
import dev.bourse.venue.binance.protocol.Params;
import java.util.function.ToIntFunction;

/**
 * A call by its names.
 *
 * @param rest method and path, {@code GET /api/v3/time}, empty if REST does not have it
 * @param socket the method of the WebSocket API, empty if that does not have it
 * @param access who may make it
 * @param weight what it costs
 * @param orders how many orders it counts as
 * @param call what answers it
 */
public record Route(
    String rest,
    String socket,
    Access access,
    ToIntFunction<Params> weight,
    int orders,
    Call call) {
  /**
   * Whether it costs nothing if it succeeds: whatever places and cancels (CHANGELOG.md,
   * 2026-03-27). An amend does so only where it ends the order, which none does here.
   */
  public boolean isFreeOfWeight() {
    return access == Access.TRADE && !rest.endsWith("/test") && !rest.endsWith("/keepPriority");
  }
}
