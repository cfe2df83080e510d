package dev.bourse.control.shell.complete;

import dev.bourse.api.backtest.BacktestService;
import dev.bourse.control.shell.service.Services;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Ids of backtests that are kept. */
@Service
public final class BacktestCompleter extends LiveCompleter {
  /** For Karaf. */
  public BacktestCompleter() {}

  @Override
  protected Stream<String> words(Services services) {
    return services.find(BacktestService.class).stream()
        .flatMap(service -> service.list().stream())
        .map(summary -> summary.id());
  }
}
