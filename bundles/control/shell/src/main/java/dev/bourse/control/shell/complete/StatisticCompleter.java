package dev.bourse.control.shell.complete;

import dev.bourse.api.backtest.ReportWriter;
import dev.bourse.api.backtest.Statistic;
import dev.bourse.control.shell.service.Services;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Statistics that say which of two runs is better. */
@Service
public final class StatisticCompleter extends LiveCompleter {
  /** For Karaf. */
  public StatisticCompleter() {}

  @Override
  protected Stream<String> words(Services services) {
    return services.find(ReportWriter.class).stream()
        .flatMap(writer -> writer.definitions().stream())
        .filter(statistic -> statistic.better() != Statistic.Better.NEITHER)
        .map(Statistic::key);
  }
}
