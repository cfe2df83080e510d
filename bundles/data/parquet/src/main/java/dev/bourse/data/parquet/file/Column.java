package dev.bourse.data.parquet.file;

/**
 * A column of a table.
 *
 * @param name its name
 * @param type what its values are
 * @param decimals of {@link Type#DECIMAL} values, 0 to 18; else 0
 */
public record Column(String name, Type type, int decimals) {
  /** What the values of a column are. */
  public enum Type {
    /** Nanoseconds since 1970. */
    TIME,
    /** Scaled integers. */
    DECIMAL,
    /** Whole numbers. */
    NUMBER,
    /** Words. */
    TEXT
  }

  /** A column of times. */
  public static Column time(String name) {
    return new Column(name, Type.TIME, 0);
  }

  /** A column of scaled integers. */
  public static Column decimal(String name, int decimals) {
    return new Column(name, Type.DECIMAL, decimals);
  }

  /** A column of whole numbers. */
  public static Column number(String name) {
    return new Column(name, Type.NUMBER, 0);
  }

  /** A column of words. */
  public static Column text(String name) {
    return new Column(name, Type.TEXT, 0);
  }

  boolean isText() {
    return type == Type.TEXT;
  }
}
