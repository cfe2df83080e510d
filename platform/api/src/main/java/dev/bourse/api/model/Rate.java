package dev.bourse.api.model;

/**
 * A dimensionless share such as a fee rate, in millionths: {@code 1000} is 0.1 %.
 *
 * @param raw millionths; negative for a rebate
 */
public record Rate(long raw) {
  /** Decimals of the raw value. */
  static final int DECIMALS = 6;

  /** The raw value of 100 %. */
  public static final long ONE = 1_000_000;

  /** Nothing. */
  public static final Rate ZERO = new Rate(0);

  /** Reads a share, {@code "0.001"} for 0.1 %; at most six decimals. */
  public static Rate of(String text) {
    return new Rate(Decimals.parse(text, 6));
  }

  /** Plain text of the share, {@code 0.001000}. */
  @Override
  public String toString() {
    return Decimals.format(raw, 6);
  }
}
