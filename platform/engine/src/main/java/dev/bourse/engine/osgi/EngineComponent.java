package dev.bourse.engine.osgi;

import dev.bourse.api.alert.AlertChannel;
import dev.bourse.api.data.HistoricalDataSource;
import dev.bourse.api.exchange.ExchangeFactory;
import dev.bourse.api.model.TraderId;
import dev.bourse.api.persistence.PersistenceBackend;
import dev.bourse.api.risk.RiskModuleFactory;
import dev.bourse.api.strategy.StrategyFactory;
import dev.bourse.api.trader.PluginInfo;
import dev.bourse.api.trader.Trader;
import dev.bourse.api.trader.TraderRegistry;
import dev.bourse.engine.manager.TraderManager;
import dev.bourse.engine.plugin.PluginKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * The engine as a component: one trader manager, fed with every plug-in service and every
 * configuration. A plug-in's unbind returns when no trader refers to it any more.
 */
@Component(service = TraderRegistry.class, immediate = true)
public final class EngineComponent implements TraderRegistry {
  private static final Duration SETTLE = Duration.ofSeconds(1);

  private final DeployWatch deploy;
  private final TraderManager manager;
  private final Services services;
  private final ConfigurationFactories configurations;

  /** Starts the engine. */
  @Activate
  public EngineComponent(BundleContext context) {
    Path home = Path.of(property(context, "bourse.home", property(context, "karaf.base", ".")));
    Path var = Path.of(property(context, "bourse.var", home.resolve("var").toString()));
    Path conf = Path.of(property(context, "bourse.conf", home.resolve("conf").toString()));
    Path dropped = Path.of(property(context, "bourse.deploy", home.resolve("deploy").toString()));
    this.deploy = new DeployWatch(context, dropped);
    this.manager = new TraderManager(var, conf, SETTLE, deploy::problems);
    this.services = new Services(manager);
    this.configurations = new ConfigurationFactories(context, manager);
    configurations.register();
    deploy.start(manager::alert);
  }

  private static String property(BundleContext context, String key, String otherwise) {
    String value = context.getProperty(key);
    return value == null || value.isBlank() ? otherwise : value;
  }

  /** Stops all traders in order. */
  @Deactivate
  public void deactivate() {
    configurations.unregister();
    deploy.close();
    manager.close();
  }

  /** A strategy factory came. */
  @Reference(
      service = StrategyFactory.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  void bindStrategy(StrategyFactory<?> factory, ServiceReference<StrategyFactory<?>> reference) {
    services.addBy(PluginKind.STRATEGY, StrategyFactory.TYPE, factory, reference);
  }

  /** A strategy factory leaves. */
  void unbindStrategy(StrategyFactory<?> factory) {
    services.remove(factory);
  }

  /** An exchange adapter came. */
  @Reference(
      service = ExchangeFactory.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  void bindExchange(ExchangeFactory<?> factory, ServiceReference<ExchangeFactory<?>> reference) {
    services.addBy(PluginKind.EXCHANGE, ExchangeFactory.TYPE, factory, reference);
  }

  /** An exchange adapter leaves. */
  void unbindExchange(ExchangeFactory<?> factory) {
    services.remove(factory);
  }

  /** A risk module factory came. */
  @Reference(
      service = RiskModuleFactory.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  void bindRisk(RiskModuleFactory<?> factory, ServiceReference<RiskModuleFactory<?>> reference) {
    services.addBy(PluginKind.RISK, RiskModuleFactory.TYPE, factory, reference);
  }

  /** A risk module factory leaves. */
  void unbindRisk(RiskModuleFactory<?> factory) {
    services.remove(factory);
  }

  /** A persistence backend came. */
  @Reference(
      service = PersistenceBackend.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  void bindPersistence(PersistenceBackend backend, ServiceReference<PersistenceBackend> reference) {
    services.addBy(PluginKind.PERSISTENCE, PersistenceBackend.TYPE, backend, reference);
  }

  /** A persistence backend leaves. */
  void unbindPersistence(PersistenceBackend backend) {
    services.remove(backend);
  }

  /** A data source came. */
  @Reference(
      service = HistoricalDataSource.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  void bindData(HistoricalDataSource source, ServiceReference<HistoricalDataSource> reference) {
    services.addBy(PluginKind.DATA, "data.type", source, reference);
  }

  /** A data source leaves. */
  void unbindData(HistoricalDataSource source) {
    services.remove(source);
  }

  /** An alert channel came. */
  @Reference(
      service = AlertChannel.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  void bindAlert(AlertChannel channel, ServiceReference<AlertChannel> reference) {
    services.add(PluginKind.ALERT, channel.name(), channel, reference);
  }

  /** An alert channel leaves. */
  void unbindAlert(AlertChannel channel) {
    services.remove(channel);
  }

  @Override
  public List<Trader> traders() {
    return manager.traders();
  }

  @Override
  public Optional<Trader> find(TraderId id) {
    return manager.find(id);
  }

  @Override
  public void create(TraderId id, Map<String, String> settings) {
    manager.create(id, settings);
  }

  @Override
  public List<String> problems() {
    return manager.problems();
  }

  @Override
  public List<PluginInfo> plugins() {
    return manager.plugins();
  }
}
