package dev.bourse.control.shell.backtest;

import dev.bourse.api.backtest.BacktestComparison;
import dev.bourse.api.backtest.BacktestService;
import dev.bourse.api.backtest.ReportWriter;
import dev.bourse.api.backtest.Statistic;
import dev.bourse.control.shell.base.BourseCommand;
import dev.bourse.control.shell.complete.BacktestCompleter;
import dev.bourse.control.shell.service.Part;
import dev.bourse.control.shell.service.Refusal;
import dev.bourse.control.shell.service.Services;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Puts results next to each other. */
@Service
@Command(
    scope = "backtest",
    name = "compare",
    description = "Puts the statistics of results next to each other, with their differences",
    detailedDescription =
        """
        Takes two or more ids of runs or their beginnings; the first is what the others are compared \
        with. Says what was not the same when they ran, and names the first order that differs.

        Example:
          backtest:compare 3f2a9c41 77d01b2e
        """)
public final class CompareCommand extends BourseCommand {
  @Argument(
      name = "runs",
      description = "The ids, or their beginnings",
      required = true,
      multiValued = true)
  @Completion(BacktestCompleter.class)
  private List<String> runs = List.of();

  @Option(name = "--json", description = "Prints JSON, one object per line")
  private boolean json;

  @Option(
      name = "--no-format",
      description = "Prints tab-separated values under one line of headings")
  private boolean noFormat;

  private final List<String> ids = new ArrayList<>();

  /** For Karaf. */
  public CompareCommand() {}

  @Override
  protected List<String> trailing() {
    int options = 0;
    while (options < runs.size() && !runs.get(options).startsWith("-")) {
      ids.add(runs.get(options++));
    }
    return runs.subList(options, runs.size());
  }

  @Override
  protected void run(Services services) {
    if (ids.size() < 2) {
      throw new Refusal("A comparison needs two results or more. See them with: backtest:list");
    }
    BacktestComparison comparison =
        services.require(BacktestService.class, Part.BACKTEST).compare(ids);
    CompareViews views = new CompareViews(comparison, units(services));
    print(json ? views.json() : noFormat ? views.exact().tabs() : views.page());
  }

  private static Map<String, String> units(Services services) {
    Map<String, String> units = new HashMap<>();
    services.find(ReportWriter.class).map(ReportWriter::definitions).orElse(List.of()).stream()
        .forEach((Statistic each) -> units.put(each.name(), each.unit()));
    return units;
  }
}
