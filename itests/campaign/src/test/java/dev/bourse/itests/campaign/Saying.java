package dev.bourse.itests.campaign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bourse.api.model.Order;
import dev.bourse.api.trader.TraderSnapshot;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A line of the trading process.
 *
 * @param status of the trader
 * @param detail why
 * @param calm whether it opens nothing new, as it was asked
 * @param orders how many orders it knows at the venue
 * @param never the orders that it knows not to have reached the venue, and why
 * @param books its books
 * @param live where its live orders stand
 * @param unprotected for how many milliseconds at most a position has been without its stop, and
 *     nobody was told
 */
record Saying(
    String status,
    String detail,
    boolean calm,
    int orders,
    List<String> never,
    Books books,
    List<String> live,
    long unprotected) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  static Saying of(TraderSnapshot trader, boolean calm) {
    return new Saying(
        trader.status().name(),
        trader.detail(),
        calm,
        (int) trader.orders().stream().filter(order -> order.venueOrderId() != null).count(),
        trader.orders().stream()
            .filter(order -> order.venueOrderId() == null)
            .map(Saying::standing)
            .toList(),
        Books.of(trader),
        trader.liveOrders().stream().map(Saying::standing).toList(),
        unprotected(trader));
  }

  private static long unprotected(TraderSnapshot trader) {
    return trader.safeguards().unprotected().stream()
        .filter(each -> !each.isLate())
        .mapToLong(each -> TimeUnit.NANOSECONDS.toMillis(trader.time() - each.since()))
        .max()
        .orElse(0);
  }

  private static String standing(Order order) {
    return order.id()
        + " "
        + order.status()
        + (order.unknown() ? " of unknown fate" : "")
        + (order.change() == null ? "" : " changing " + order.change())
        + " at the venue "
        + order.venueOrderId()
        + " "
        + order.reason();
  }

  String line() {
    try {
      return MAPPER.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Saying read(String line) {
    try {
      return MAPPER.readValue(line, Saying.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(line, e);
    }
  }
}
