package dev.bourse.report.html;

import dev.bourse.api.model.Fill;
import dev.bourse.api.model.Side;
import dev.bourse.report.statistics.Decimal;
import dev.bourse.report.text.Figures;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Fills on a price chart; those of one side that stand too close together share one mark. */
final class FillMarks {
  private static final int COLUMNS = 240;
  private static final int MANY = 60;

  private FillMarks() {}

  static void draw(Chart chart, Scale time, Scale price, List<Fill> fills) {
    for (Side side : Side.values()) {
      Map<Integer, List<Fill>> columns = new TreeMap<>();
      for (Fill fill : fills) {
        if (fill.side() == side) {
          int column =
              (int) ((long) time.placeOfTime(fill.eventTime()) * COLUMNS / (Scale.SPAN + 1));
          columns.computeIfAbsent(column, absent -> new ArrayList<>()).add(fill);
        }
      }
      String name = (side == Side.BUY ? "buy" : "sell") + (fills.size() > MANY ? "-small" : "");
      columns
          .values()
          .forEach(
              group ->
                  chart.mark(
                      name,
                      time.percentFromLeft(group.get(0).eventTime()),
                      price.percentFromTop(average(group).doubleValue()),
                      text(side, group)));
    }
  }

  private static BigDecimal average(List<Fill> group) {
    BigDecimal notional = sum(group, true);
    return notional.divide(sum(group, false), MathContext.DECIMAL64);
  }

  private static BigDecimal sum(List<Fill> group, boolean notional) {
    return group.stream()
        .map(
            fill ->
                notional
                    ? Decimal.of(fill.price()).multiply(Decimal.of(fill.quantity()))
                    : Decimal.of(fill.quantity()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static String text(Side side, List<Fill> group) {
    Fill first = group.get(0);
    String quantity = Figures.trimmed(sum(group, false)) + " " + first.instrument().base();
    int decimals = first.instrument().priceDecimals();
    String verb = side == Side.BUY ? "buy" : "sell";
    String what = group.size() == 1 ? verb : group.size() + " fills: " + verb;
    return Figures.time(first.eventTime())
        + " "
        + what
        + " "
        + quantity
        + " at "
        + Figures.amount(average(group), decimals);
  }
}
