package dev.bourse.report.catalogue;

/** The year of everything that is annualised: coins trade on all of its days. */
final class Year {
  /** Days in a year. */
  static final double DAYS = 365;

  private Year() {}
}
