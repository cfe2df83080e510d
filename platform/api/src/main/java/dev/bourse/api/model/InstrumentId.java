package dev.bourse.api.model;

/**
 * What is traded where: {@code BTCUSDT.BINANCE}. The text is split at the last dot, so a symbol may
 * contain dots.
 *
 * @param symbol the venue's own symbol
 * @param venue the venue's name, without a dot
 */
public record InstrumentId(String symbol, String venue) implements Comparable<InstrumentId> {
  /** Checks that both parts are there. */
  public InstrumentId {
    if (symbol.isEmpty() || venue.isEmpty() || venue.indexOf('.') >= 0) {
      throw new IllegalArgumentException(
          "instrument \"" + symbol + "." + venue + "\" must be SYMBOL.VENUE, like BTCUSDT.BINANCE");
    }
  }

  /** Reads {@code SYMBOL.VENUE}; throws {@link IllegalArgumentException} that shows the form. */
  public static InstrumentId of(String text) {
    int dot = text.lastIndexOf('.');
    if (dot <= 0) {
      throw new IllegalArgumentException(
          "instrument \"" + text + "\" must be SYMBOL.VENUE, like BTCUSDT.BINANCE");
    }
    return new InstrumentId(text.substring(0, dot), text.substring(dot + 1));
  }

  @Override
  public int compareTo(InstrumentId other) {
    int byVenue = venue.compareTo(other.venue);
    return byVenue != 0 ? byVenue : symbol.compareTo(other.symbol);
  }

  @Override
  public String toString() {
    return symbol + "." + venue;
  }
}
