package dev.bourse.report.html;

import java.util.List;

/** A frame with axes that lines and marks are put into. */
final class Chart {
  private static final int EDGE = 300;

  private final String kind;
  private final String description;
  private final Scale vertical;
  private final StringBuilder axes = new StringBuilder();
  private final StringBuilder lines = new StringBuilder();
  private final StringBuilder marks = new StringBuilder();

  /**
   * A chart without anything in it.
   *
   * @param kind the style class that gives it its height
   * @param description for those who cannot see it
   */
  Chart(String kind, String description, Scale vertical) {
    this.kind = kind;
    this.description = description;
    this.vertical = vertical;
  }

  /** Draws round values and their lines. */
  Chart values(String unit) {
    for (ValueAxis.Tick tick : ValueAxis.ticks(vertical, unit)) {
      String y = vertical.percentFromTop(tick.value());
      axes.append("<line class=\"grid\" x1=\"0\" x2=\"100%\" y1=\"" + y + "\" y2=\"" + y + "\"/>");
      axes.append("<text class=\"value\" x=\"100%\" dx=\"8\" dy=\"4\" y=\"" + y + "\">");
      axes.append(Html.escape(tick.label())).append("</text>\n");
    }
    return this;
  }

  /** Draws round times and their lines. */
  Chart times(Scale horizontal) {
    List<TimeAxis.Tick> ticks = TimeAxis.ticks((long) horizontal.low(), (long) horizontal.high());
    for (int i = 0; i < ticks.size(); i++) {
      TimeAxis.Tick tick = ticks.get(i);
      String x = horizontal.percentFromLeft(tick.time());
      String style = edge(horizontal.placeOfTime(tick.time())) + (i % 2 == 1 ? " wide" : "");
      axes.append("<line class=\"grid\" x1=\"" + x + "\" x2=\"" + x + "\" y1=\"0\" y2=\"100%\"/>");
      axes.append("<text class=\"time" + style + "\" x=\"" + x + "\" y=\"100%\" dy=\"18\">");
      axes.append(tick.label()).append("</text>\n");
    }
    return this;
  }

  /** Draws round values along the horizontal and their lines. */
  Chart across(Scale horizontal, String unit) {
    for (ValueAxis.Tick tick : ValueAxis.ticks(horizontal, unit)) {
      String x = horizontal.percentFromLeft(tick.value());
      axes.append("<text class=\"time" + edge(horizontal.place(tick.value())) + "\" x=\"" + x);
      axes.append("\" y=\"100%\" dy=\"18\">").append(Html.escape(tick.label())).append("</text>\n");
    }
    return this;
  }

  /** Draws an upright line at zero. */
  Chart zero(Scale horizontal) {
    String x = horizontal.percentFromLeft(0.0);
    axes.append("<line class=\"level\" x1=\"" + x + "\" x2=\"" + x + "\" y1=\"0\" y2=\"100%\"/>\n");
    return this;
  }

  private static String edge(int place) {
    return place < EDGE ? " first" : place > Scale.SPAN - EDGE ? " last" : "";
  }

  /** Draws a dashed line at a value. */
  Chart level(double value) {
    String y = vertical.percentFromTop(value);
    axes.append("<line class=\"level\" x1=\"0\" x2=\"100%\" y1=\"" + y + "\" y2=\"" + y + "\"/>\n");
    return this;
  }

  /** Draws path data in the given style. */
  Chart path(String style, String data) {
    if (!data.isEmpty()) {
      lines.append("<path class=\"" + style + "\" d=\"" + data + "\"/>\n");
    }
    return this;
  }

  /** Puts a named mark with a text for the pointer at a place. */
  Chart mark(String name, String x, String y, String text) {
    marks.append("<use href=\"#" + name + "\" class=\"" + name + "\" x=\"" + x + "\" y=\"" + y);
    marks.append("\"><title>").append(Html.escape(text)).append("</title></use>\n");
    return this;
  }

  /** The whole drawing. */
  String svg() {
    return "<svg class=\"plot "
        + kind
        + "\" role=\"img\" aria-label=\""
        + Html.escape(description)
        + "\">\n"
        + axes
        + "<svg viewBox=\"0 0 "
        + Scale.SPAN
        + " "
        + Scale.SPAN
        + "\" preserveAspectRatio=\"none\" width=\"100%\" height=\"100%\">\n"
        + lines
        + "</svg>\n"
        + marks
        + "</svg>\n";
  }
}
