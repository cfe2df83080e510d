package dev.bourse.itests.campaign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bourse.api.model.Order;
import dev.bourse.api.model.Position;
import dev.bourse.api.model.PositionSide;
import dev.bourse.api.model.Side;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.trader.TraderSnapshot;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A line of the trading process.
 *
 * @param status of the trader
 * @param hindrance why it cannot act: not connected and compared, or a command is under way or
 *     without its answer; empty if it can
 * @param detail why
 * @param calm whether it opens nothing new, as it was asked
 * @param entries how many orders it has that buy
 * @param numbers the venue's numbers of the orders of its strategies that it knows there
 * @param names of the same, and of those that were filled there under a number that is not known
 * @param never the orders that it knows not to have reached the venue, and why
 * @param books its books
 * @param held what it holds of the base
 * @param live where its live orders stand
 * @param unprotected for how many milliseconds at most a position has been without its stop, and
 *     nobody was told
 */
record Saying(
    String status,
    String detail,
    String hindrance,
    boolean calm,
    int entries,
    Set<Long> numbers,
    Set<String> names,
    List<String> never,
    Books books,
    BigDecimal held,
    List<String> live,
    long unprotected) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  static Saying of(TraderSnapshot trader, boolean calm) {
    return new Saying(
        trader.status().name(),
        trader.detail(),
        hindrance(trader),
        calm,
        (int) trader.orders().stream().filter(order -> order.spec().side() == Side.BUY).count(),
        numbers(trader),
        own(trader)
            .filter(order -> order.venueOrderId() != null || order.filled().isPositive())
            .map(order -> order.id().value())
            .collect(Collectors.toSet()),
        trader.orders().stream()
            .filter(order -> order.venueOrderId() == null)
            .map(Saying::standing)
            .toList(),
        Books.of(trader),
        held(trader),
        trader.liveOrders().stream().map(Saying::standing).toList(),
        unprotected(trader));
  }

  private static String hindrance(TraderSnapshot trader) {
    boolean may =
        switch (trader.status()) {
          case RUNNING, PAUSED, REDUCING, HALTED, FAULTED -> true;
          default -> false;
        };
    if (!may || !trader.accounts().stream().allMatch(TraderSnapshot.AccountView::connected)) {
      return "not connected or compared";
    }
    if (trader.orders().stream().anyMatch(Order::unknown)) {
      return "a fate unknown";
    }
    if (!trader.queried().isEmpty()) {
      return "a command queried";
    }
    boolean sent = trader.liveOrders().stream().anyMatch(Saying::awaitsAnswer);
    return sent ? "a command under way" : "";
  }

  private static boolean awaitsAnswer(Order order) {
    return switch (order.status()) {
      case SUBMITTED, PENDING_CANCEL, PENDING_UPDATE -> true;
      default -> false;
    };
  }

  /** Whether it knows an order of the venue, by its number or by its name. */
  boolean knows(long number, String name) {
    return numbers.contains(number) || names.contains(name);
  }

  /** The rest of it is too much for people. */
  String brief() {
    return status
        + " ("
        + detail
        + "), "
        + hindrance
        + ", holds "
        + held
        + ", "
        + books
        + ", live "
        + live;
  }

  private static Set<Long> numbers(TraderSnapshot trader) {
    return own(trader)
        .map(Order::venueOrderId)
        .filter(Objects::nonNull)
        .map(Long::valueOf)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What its strategies ordered: nothing that it only found. */
  static Stream<Order> own(TraderSnapshot trader) {
    Set<StrategyId> own =
        trader.strategies().stream()
            .map(TraderSnapshot.StrategyView::id)
            .collect(Collectors.toSet());
    return trader.orders().stream().filter(order -> own.contains(order.strategy()));
  }

  private static BigDecimal held(TraderSnapshot trader) {
    BigDecimal held = BigDecimal.ZERO;
    for (Position position : trader.positions()) {
      BigDecimal size = new BigDecimal(position.quantity().toString());
      held = position.side() == PositionSide.SHORT ? held.subtract(size) : held.add(size);
    }
    return held;
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
