package dev.bourse.core.portfolio;

import dev.bourse.api.model.Instrument;
import dev.bourse.api.model.Int128;
import dev.bourse.api.model.Money;
import dev.bourse.api.model.Quantity;
import java.math.RoundingMode;

/**
 * Quantities of an instrument as money of its base currency.
 *
 * @param instrument the instrument
 */
public record Quantities(Instrument instrument) {
  /** The same amount as money of the base currency. */
  public Money money(Quantity quantity) {
    int decimals = instrument.base().decimals();
    Int128 raw = Int128.of(quantity.raw());
    return new Money(
        raw.rescaled(quantity.decimals(), decimals, RoundingMode.UNNECESSARY), instrument.base());
  }
}
