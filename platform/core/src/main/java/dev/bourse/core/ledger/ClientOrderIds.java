package dev.bourse.core.ledger;

import dev.bourse.api.model.ClientOrderId;
import dev.bourse.api.model.StrategyId;
import dev.bourse.api.model.TraderId;
import java.util.Optional;

/**
 * Makes and reads client order ids: trader, strategy, epoch and sequence, joined by {@code -},
 * numbers in base 36.
 *
 * <p>The epoch is a new durable number at every start, because venues accept a used id again once
 * the old order is closed.
 */
public final class ClientOrderIds {
  /** How long an id may be: what the strictest venues take. */
  public static final int MOST = 36;

  /**
   * How many characters the names of a trader and of one of its strategies may have together: the
   * rest is for three dashes, six digits of the epoch and five of the sequence.
   */
  public static final int MOST_NAMES = MOST - 3 - 6 - 5;

  private static final int RADIX = 36;

  /** Not a digit, so no other id can look like one of an emergency. */
  private static final char EMERGENCY = '_';

  private ClientOrderIds() {}

  /**
   * What an id says.
   *
   * @param trader whose it is
   * @param strategy the owner
   * @param epoch the start in which it was made
   * @param sequence its number within the epoch
   */
  public record Parts(String trader, String strategy, long epoch, long sequence) {
    /** Whether it is a name that nobody has given yet who is in that start and at that number. */
    public boolean isAfter(long start, long next) {
      return epoch > start || (epoch == start && sequence >= next);
    }
  }

  /**
   * Checks two names that will stand in ids; throws {@link IllegalArgumentException} if venues
   * would not take them.
   */
  public static void requireRoom(TraderId trader, StrategyId strategy) {
    int length = trader.value().length() + strategy.value().length();
    if (length > MOST_NAMES) {
      throw new IllegalArgumentException(
          "order ids of trader "
              + trader
              + " and strategy "
              + strategy
              + " would have up to "
              + (length + MOST - MOST_NAMES)
              + " characters, venues take "
              + MOST
              + ": the two names have "
              + length
              + " characters together, at most "
              + MOST_NAMES
              + " fit; choose shorter ones");
    }
  }

  /** Makes an id; {@link #requireRoom} was asked about the names before. */
  public static ClientOrderId make(
      TraderId trader, StrategyId strategy, long epoch, long sequence) {
    return make(prefix(trader, strategy, epoch), sequence);
  }

  /** What all ids of a strategy in one epoch begin with. */
  public static String prefix(TraderId trader, StrategyId strategy, long epoch) {
    return trader + "-" + strategy + "-" + Long.toString(epoch, RADIX) + "-";
  }

  /** Makes an id of a {@link #prefix}. */
  public static ClientOrderId make(String prefix, long sequence) {
    return new ClientOrderId(prefix.concat(Long.toString(sequence, RADIX)));
  }

  /**
   * Makes an id of the namespace that only emergencies use. It needs no durable number, so the
   * moment of the emergency, in seconds, takes the epoch's place; {@link #read} does not read it.
   */
  public static ClientOrderId emergency(
      TraderId trader, StrategyId strategy, long seconds, long sequence) {
    String time = Long.toString(seconds, RADIX);
    String number = Long.toString(sequence, RADIX);
    return new ClientOrderId(trader + "-" + strategy + "-" + time + "-" + EMERGENCY + number);
  }

  /** The sequence of an id of the given trader and epoch, -1 for any other; allocates nothing. */
  public static long sequence(TraderId trader, long epoch, ClientOrderId id) {
    String text = id.value();
    int prefix = trader.value().length();
    int last = text.lastIndexOf('-');
    int middle = last < 0 ? -1 : text.lastIndexOf('-', last - 1);
    boolean ours = text.startsWith(trader.value()) && middle > prefix && text.charAt(prefix) == '-';
    try {
      return ours && Long.parseLong(text, middle + 1, last, RADIX) == epoch
          ? Long.parseLong(text, last + 1, text.length(), RADIX)
          : -1;
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  /** Reads an id of the given trader; empty for anybody else's. */
  public static Optional<Parts> read(TraderId trader, ClientOrderId id) {
    String text = id.value();
    String prefix = trader.value() + "-";
    int last = text.lastIndexOf('-');
    int middle = last < 0 ? -1 : text.lastIndexOf('-', last - 1);
    if (!text.startsWith(prefix) || middle < prefix.length()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Parts(
              trader.value(),
              text.substring(prefix.length(), middle),
              Long.parseLong(text.substring(middle + 1, last), RADIX),
              Long.parseLong(text.substring(last + 1), RADIX)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
