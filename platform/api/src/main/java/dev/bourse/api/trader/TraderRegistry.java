package dev.bourse.api.trader;

import dev.bourse.api.model.TraderId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** All configured traders. A service. */
@ProviderType
public interface TraderRegistry {
  /** Every trader that has a configuration, by name, running or not. */
  List<Trader> traders();

  /** One trader. */
  Optional<Trader> find(TraderId id);

  /**
   * Writes the configuration of a new trader; it starts as soon as what it names is there. Throws
   * {@link IllegalArgumentException} with a sentence for an unknown key, a bad value, or a name
   * that is taken.
   */
  void create(TraderId id, Map<String, String> settings);

  /**
   * Problems that belong to no trader: refused configuration files, files in deploy that are no
   * bundle. Sentences.
   */
  List<String> problems();

  /** Everything installed that a configuration can name. */
  List<PluginInfo> plugins();
}
