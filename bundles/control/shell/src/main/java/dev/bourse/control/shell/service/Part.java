package dev.bourse.control.shell.service;

/** A part of Bourse that offers a service to commands. */
public enum Part {
  /** Runs traders. */
  ENGINE("The engine", "dev.bourse.engine", "bourse-platform"),
  /** Runs backtests. */
  BACKTEST("The backtest service", "dev.bourse.backtest", "bourse-backtest"),
  /** Writes reports. */
  REPORT("The report service", "dev.bourse.report", "bourse-report"),
  /** Reads recorded data. */
  DATA("The data source", "dev.bourse.data.csv", "bourse-data-csv"),
  /** Stores recorded data. */
  LIBRARY("The store of recorded data", "dev.bourse.data.parquet", "bourse-data-parquet");

  private final String title;
  private final String bundle;
  private final String feature;

  Part(String title, String bundle, String feature) {
    this.title = title;
    this.bundle = bundle;
    this.feature = feature;
  }

  /** As it stands at the beginning of a sentence. */
  public String title() {
    return title;
  }

  /** The symbolic name of its bundle. */
  public String bundle() {
    return bundle;
  }

  /** The feature that brings it. */
  public String feature() {
    return feature;
  }
}
