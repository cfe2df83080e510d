package dev.bourse.venue.binance.protocol;

import java.math.BigDecimal;

/** A number as it was written, so that it can be signed and echoed unchanged. */
public final class JsonNumber extends Number {
  private static final long serialVersionUID = 1;

  private final String text;

  JsonNumber(String text) {
    this.text = text;
  }

  @Override
  public int intValue() {
    return new BigDecimal(text).intValue();
  }

  @Override
  public long longValue() {
    return new BigDecimal(text).longValue();
  }

  @Override
  public float floatValue() {
    return new BigDecimal(text).floatValue();
  }

  @Override
  public double doubleValue() {
    return new BigDecimal(text).doubleValue();
  }

  @Override
  public String toString() {
    return text;
  }
}
