package dev.bourse.report.html;

import dev.bourse.api.backtest.BacktestResult;
import dev.bourse.api.event.Bar;
import dev.bourse.api.model.Fill;
import dev.bourse.api.model.InstrumentId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One price chart per instrument with the fills on it, for a bounded number of instruments. */
final class PriceCharts {
  private static final int MOST = 8;

  private final BacktestResult result;
  private final Scale time;
  private final Map<InstrumentId, List<Bar>> bars = new TreeMap<>();

  PriceCharts(BacktestResult result) {
    this.result = result;
    this.time = Scale.ofTimes(result.firstTime(), result.lastTime());
    for (Bar bar : result.bars()) {
      bars.computeIfAbsent(bar.instrument().id(), absent -> new ArrayList<>()).add(bar);
    }
  }

  String html() {
    StringBuilder out = new StringBuilder();
    bars.keySet().stream().limit(MOST).forEach(id -> out.append(figure(id)));
    if (bars.size() > MOST) {
      out.append("<p class=\"empty\">")
          .append(bars.size() - MOST)
          .append(" more instruments are in fills.csv and orders.csv.</p>\n");
    }
    return out.toString();
  }

  private String figure(InstrumentId id) {
    return "<figure><figcaption>"
        + Html.escape(id.toString())
        + " <span class=\"legend\"><svg class=\"key\"><use href=\"#buy\" class=\"buy\" x=\"7\" y=\"3\"/>"
        + "</svg>buy <svg class=\"key\"><use href=\"#sell\" class=\"sell\" x=\"7\" y=\"11\"/></svg>sell"
        + "</span></figcaption>\n"
        + chart(id)
        + "</figure>\n";
  }

  private String chart(InstrumentId id) {
    List<Bar> itsBars = bars.getOrDefault(id, List.of());
    List<Fill> fills =
        result.fills().stream().filter(fill -> fill.instrument().id().equals(id)).toList();
    double low = itsBars.stream().mapToDouble(bar -> bar.low().toDouble()).min().orElse(0);
    double high = itsBars.stream().mapToDouble(bar -> bar.high().toDouble()).max().orElse(1);
    Scale price = Scale.of(low, high).withMargin();
    Line close = new Line(time, price);
    Band range = new Band(time, price);
    for (Bar bar : itsBars) {
      close.add(bar.eventTime(), bar.closeAsDouble());
      range.add(bar.eventTime(), bar.low().toDouble(), bar.high().toDouble());
    }
    Chart chart =
        new Chart("price", "Price of " + id + " with fills", price)
            .values("")
            .times(time)
            .path("band-price", range.path())
            .path("line-price", close.path());
    FillMarks.draw(chart, time, price, fills);
    return chart.svg();
  }
}
