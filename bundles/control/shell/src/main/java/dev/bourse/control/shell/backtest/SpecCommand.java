package dev.bourse.control.shell.backtest;

import dev.bourse.api.backtest.BacktestJob;
import dev.bourse.api.backtest.BacktestSpec;
import dev.bourse.api.data.HistoricalDataSource;
import dev.bourse.api.model.InstrumentId;
import dev.bourse.api.model.OmsType;
import dev.bourse.control.shell.base.BourseCommand;
import dev.bourse.control.shell.complete.DataSetCompleter;
import dev.bourse.control.shell.complete.InstrumentCompleter;
import dev.bourse.control.shell.complete.RiskTypeCompleter;
import dev.bourse.control.shell.complete.StrategyTypeCompleter;
import dev.bourse.control.shell.plugin.Plugins;
import dev.bourse.control.shell.service.Services;
import dev.bourse.control.shell.text.KeyValues;
import java.util.List;
import java.util.function.BiFunction;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.support.completers.StringsCompleter;

/** A command about a backtest that is not there yet: the options that say what to run. */
public abstract class SpecCommand extends BourseCommand {
  @Option(name = "--strategy", description = "The type of strategy", required = true)
  @Completion(StrategyTypeCompleter.class)
  private String strategy = "";

  @Option(
      name = "--param",
      description = "A parameter of the strategy as key=value; may be repeated",
      multiValued = true,
      valueToShowInHelp = "")
  private List<String> parameters = List.of();

  @Option(name = "--data", description = "The data set", required = true)
  @Completion(DataSetCompleter.class)
  private String data = "";

  @Option(
      name = "--instrument",
      description = "What to trade; all of the set if not given; may be repeated",
      multiValued = true,
      valueToShowInHelp = "")
  @Completion(InstrumentCompleter.class)
  private List<String> instruments = List.of();

  @Option(
      name = "--bar",
      description =
          "Bars, like 1m or 1m,1h; also 100t trades, 10v size, 50000q value, 1m@bid of quotes; none"
              + " if not given")
  private String bar = "";

  @Option(
      name = "--warmup",
      description =
          "What the strategy is told of the past before it may trade: bars like 200, or a time like"
              + " 2d; from before --from where there is data, else the run begins later")
  private String warmUp = "";

  @Option(
      name = "--oms",
      description =
          "netting: one position of an instrument; hedging: several, each with a name that the"
              + " strategy gives")
  @Completion(
      value = StringsCompleter.class,
      values = {"netting", "hedging"})
  private String oms = "netting";

  @Option(name = "--from", description = "First day or time, UTC")
  private String from = "";

  @Option(name = "--to", description = "First day or time that is left out, UTC")
  private String to = "";

  @Option(
      name = "--cash",
      description =
          "Starting balance, like 10000 USD; 10000 of the quote currency if not given; may be repeated",
      multiValued = true,
      valueToShowInHelp = "")
  private List<String> cash = List.of();

  @Option(
      name = "--exchange",
      description = "A parameter of the simulated exchange as key=value; may be repeated",
      multiValued = true,
      valueToShowInHelp = "")
  private List<String> exchange = List.of();

  @Option(
      name = "--risk",
      description =
          "A risk module: type, type:key=value, or none; all that are installed but breakers if not"
              + " given; may be repeated",
      multiValued = true,
      valueToShowInHelp = "")
  @Completion(RiskTypeCompleter.class)
  private List<String> risk = List.of();

  /** For Karaf, which fills the fields. */
  protected SpecCommand() {}

  /** The result of the work; how far it is stands on one line of a terminal, and nowhere else. */
  final <T, J extends BacktestJob<T>> T watch(J job, BiFunction<J, Long, String> line)
      throws InterruptedException {
    boolean terminal = session().getTerminal() != null;
    T result =
        Watch.until(
            job,
            elapsed -> {
              String text = line.apply(job, elapsed);
              print(terminal ? "\r" + text + "\u001b[K" : "");
            });
    print(terminal ? "\r\u001b[K" : "");
    return result;
  }

  /** What was asked for. */
  final BacktestSpec spec(Services services) {
    return new BacktestSpec(
        strategy,
        KeyValues.of(parameters),
        data,
        instruments.stream().map(InstrumentId::of).toList(),
        bar,
        from.isEmpty() ? Long.MIN_VALUE : SpecWords.time(from),
        to.isEmpty() ? Long.MAX_VALUE : SpecWords.time(to),
        cash.isEmpty() ? StartCash.of(services.all(HistoricalDataSource.class), data) : cash,
        KeyValues.of(exchange),
        SpecWords.risk(risk, Plugins.types(services, "risk")),
        warmUp,
        OmsType.of(oms));
  }
}
