package dev.bourse.report.catalogue;

import dev.bourse.api.backtest.Statistic;
import dev.bourse.api.backtest.Statistic.Better;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The statistics under one heading, being defined one after the other. */
final class Group {
  static final String MONEY = "money";
  static final String SHARE = "share";
  static final String RATIO = "ratio";
  static final String COUNT = "count";
  static final String SECONDS = "seconds";

  private final String name;
  private final List<Measure> measures = new ArrayList<>();

  Group(String name) {
    this.name = name;
  }

  Draft define(String statistic, String unit, Better better) {
    return new Draft(statistic, unit, better);
  }

  List<Measure> measures() {
    return List.copyOf(measures);
  }

  /** A statistic whose definition is not complete yet. */
  final class Draft {
    private final String statistic;
    private final String unit;
    private final Better better;
    private String formula = "";
    private String undefined = "";
    private String differs = "";

    private Draft(String statistic, String unit, Better better) {
      this.statistic = statistic;
      this.unit = unit;
      this.better = better;
    }

    Draft is(String sentence) {
      formula = sentence;
      return this;
    }

    Draft undefined(String sentence) {
      undefined = sentence;
      return this;
    }

    Draft differs(String sentence) {
      differs = sentence;
      return this;
    }

    void by(Function<Subject, Reading> reader) {
      Statistic definition =
          new Statistic(statistic, name, unit, better, formula, undefined, differs);
      measures.add(new Measure(definition, reader));
    }
  }
}
