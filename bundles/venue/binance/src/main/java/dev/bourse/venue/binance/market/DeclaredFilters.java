package dev.bourse.venue.binance.market;

import dev.bourse.api.model.VenueFilter;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The filters that a market has only if they are declared (filters.md). The venue's thread. */
public final class DeclaredFilters {
  private static final String MARKET_LOT_SIZE = "MARKET_LOT_SIZE";
  private static final String PERCENT_PRICE = "PERCENT_PRICE";
  private static final String MAX_POSITION = "MAX_POSITION";
  private static final List<String> NAMES = List.of(MARKET_LOT_SIZE, PERCENT_PRICE, MAX_POSITION);

  private @Nullable MarketLot marketLot;
  private @Nullable PercentPrice percentPrice;
  private @Nullable BigDecimal maxPosition;

  /** Those of the given filters that have to be declared; the others are the same everywhere. */
  DeclaredFilters(Collection<VenueFilter> published) {
    published.stream().filter(each -> NAMES.contains(each.name())).forEach(this::declare);
  }

  /**
   * How large a market order may be.
   *
   * @param min the least quantity
   * @param max the greatest quantity
   * @param step what a quantity is a multiple of; zero for anything, as real markets have it
   */
  public record MarketLot(BigDecimal min, BigDecimal max, BigDecimal step) {
    /** Whether a market order may have that quantity. */
    public boolean allows(BigDecimal quantity) {
      return quantity.compareTo(min) >= 0
          && quantity.compareTo(max) <= 0
          && (step.signum() == 0 || quantity.remainder(step).signum() == 0);
    }
  }

  /**
   * How far a limit may be from the average price, on either side.
   *
   * @param up how many times the average at most
   * @param down how many times the average at least
   * @param minutes whose trades are averaged; 0 for the last price
   */
  public record PercentPrice(BigDecimal up, BigDecimal down, int minutes) {
    /** Whether a limit may be that price. */
    public boolean allows(BigDecimal price, BigDecimal average) {
      return price.compareTo(average.multiply(up)) <= 0
          && price.compareTo(average.multiply(down)) >= 0;
    }
  }

  /**
   * Declares a filter in the place of what was declared by that name; one without values is there
   * no more. Throws {@link IllegalArgumentException} that names what cannot be.
   */
  public void declare(VenueFilter filter) {
    boolean ends = filter.values().isEmpty();
    switch (filter.name()) {
      case MARKET_LOT_SIZE -> marketLot = ends ? null : marketLotOf(filter);
      case PERCENT_PRICE -> percentPrice = ends ? null : percentPriceOf(filter);
      case MAX_POSITION -> maxPosition = ends ? null : number(filter, "maxPosition");
      default ->
          throw new IllegalArgumentException(
              "filter=" + filter.name() + " must be one of " + String.join(", ", NAMES));
    }
  }

  private static MarketLot marketLotOf(VenueFilter filter) {
    return new MarketLot(
        number(filter, "minQty"), number(filter, "maxQty"), number(filter, "stepSize"));
  }

  private static PercentPrice percentPriceOf(VenueFilter filter) {
    return new PercentPrice(
        number(filter, "multiplierUp"),
        number(filter, "multiplierDown"),
        number(filter, "avgPriceMins").intValue());
  }

  private static BigDecimal number(VenueFilter filter, String name) {
    String text = filter.values().getOrDefault(name, "");
    try {
      BigDecimal number = new BigDecimal(text);
      if (number.signum() >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(mistake(filter, name, text), e);
    }
    throw new IllegalArgumentException(mistake(filter, name, text));
  }

  private static String mistake(VenueFilter filter, String name, String text) {
    return filter.name() + ": " + name + "=" + text + " must be a number, zero or more";
  }

  /** {@code MARKET_LOT_SIZE}, or null. */
  public @Nullable MarketLot marketLot() {
    return marketLot;
  }

  /** {@code PERCENT_PRICE}, or null. */
  public @Nullable PercentPrice percentPrice() {
    return percentPrice;
  }

  /** How much of the base an account may come to have, {@code MAX_POSITION}; or null. */
  public @Nullable BigDecimal maxPosition() {
    return maxPosition;
  }
}
