package dev.bourse.backtest.osgi;

import dev.bourse.api.backtest.BacktestComparison;
import dev.bourse.api.backtest.BacktestJob;
import dev.bourse.api.backtest.BacktestRun;
import dev.bourse.api.backtest.BacktestService;
import dev.bourse.api.backtest.BacktestSpec;
import dev.bourse.api.backtest.BacktestSummary;
import dev.bourse.api.backtest.ReportWriter;
import dev.bourse.api.backtest.StressVariant;
import dev.bourse.api.backtest.SweepRun;
import dev.bourse.api.backtest.SweepSpec;
import dev.bourse.api.backtest.Verification;
import dev.bourse.api.data.HistoricalDataSource;
import dev.bourse.api.exchange.ExchangeFactory;
import dev.bourse.api.risk.RiskModuleFactory;
import dev.bourse.api.strategy.StrategyFactory;
import dev.bourse.backtest.Backtests;
import dev.bourse.backtest.plan.Plugins;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * The backtest service. Results are in {@code backtests} under the folder that the framework
 * property {@code bourse.var} names, {@code var} without it.
 */
@Component(service = BacktestService.class)
public final class BacktestComponent implements BacktestService {
  private final Plugins plugins = new Plugins();
  private final Backtests backtests;
  private volatile @Nullable ReportWriter reports;

  /** For the framework. */
  @Activate
  public BacktestComponent(BundleContext bundles) {
    String folder = bundles.getProperty("bourse.var");
    Path results = Path.of(folder == null ? "var" : folder).resolve("backtests");
    this.backtests = new Backtests(plugins, results, () -> Optional.ofNullable(reports));
  }

  /** A strategy type came. */
  @Reference(
      service = StrategyFactory.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  void addStrategy(ServiceReference<StrategyFactory<?>> from, StrategyFactory<?> factory) {
    plugins.strategy(type(from, StrategyFactory.TYPE), version(from), factory);
  }

  /** A strategy type left. */
  void removeStrategy(StrategyFactory<?> factory) {
    plugins.remove(factory);
  }

  /** An exchange type came. */
  @Reference(
      service = ExchangeFactory.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  void addExchange(ServiceReference<ExchangeFactory<?>> from, ExchangeFactory<?> factory) {
    plugins.exchange(type(from, ExchangeFactory.TYPE), version(from), factory);
  }

  /** An exchange type left. */
  void removeExchange(ExchangeFactory<?> factory) {
    plugins.remove(factory);
  }

  /** A risk module type came. */
  @Reference(
      service = RiskModuleFactory.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  void addRisk(ServiceReference<RiskModuleFactory<?>> from, RiskModuleFactory<?> factory) {
    plugins.risk(type(from, RiskModuleFactory.TYPE), version(from), factory);
  }

  /** A risk module type left. */
  void removeRisk(RiskModuleFactory<?> factory) {
    plugins.remove(factory);
  }

  /** A source of recorded data came. */
  @Reference(
      service = HistoricalDataSource.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  void addData(ServiceReference<HistoricalDataSource> from, HistoricalDataSource source) {
    plugins.data(version(from), source);
  }

  /** A source of recorded data left. */
  void removeData(HistoricalDataSource source) {
    plugins.remove(source);
  }

  /** Statistics and pages can be made. */
  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  void addReports(ReportWriter writer) {
    reports = writer;
  }

  /** Statistics and pages can no longer be made. */
  @SuppressWarnings("ReferenceEquality") // a service is an identity; its successor is set first
  void removeReports(ReportWriter writer) {
    if (reports == writer) {
      reports = null;
    }
  }

  private static String type(ServiceReference<?> from, String property) {
    return String.valueOf(from.getProperty(property));
  }

  private static String version(ServiceReference<?> from) {
    return from.getBundle().getVersion().toString();
  }

  @Override
  public BacktestRun start(BacktestSpec spec) {
    return backtests.start(spec);
  }

  @Override
  public List<BacktestSummary> list() {
    return backtests.list();
  }

  @Override
  public Optional<BacktestSummary> find(String id) {
    return backtests.find(id);
  }

  @Override
  public BacktestComparison compare(List<String> ids) {
    return backtests.compare(ids);
  }

  @Override
  public List<StressVariant> stress(BacktestSpec spec) {
    return backtests.stress(spec);
  }

  @Override
  public SweepRun sweep(SweepSpec spec) {
    return backtests.sweep(spec);
  }

  @Override
  public BacktestJob<Verification> verify(BacktestSpec spec, int cuts) {
    return backtests.verify(spec, cuts);
  }
}
