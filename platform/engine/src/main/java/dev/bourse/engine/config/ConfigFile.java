package dev.bourse.engine.config;

import java.util.Map;
import java.util.TreeMap;

/**
 * One configuration as it was found.
 *
 * @param kind what it configures
 * @param name the name of the thing, from the file's name
 * @param values key to text, without the framework's own keys
 */
public record ConfigFile(Kind kind, String name, Map<String, String> values) {
  /** Keeps an ordered copy. */
  public ConfigFile {
    values = new TreeMap<>(values);
  }

  /** What can be configured. */
  public enum Kind {
    /** A trader. */
    TRADER("trader", TraderConfig.PID),
    /** An exchange account. */
    ACCOUNT("account", AccountConfig.PID),
    /** A strategy instance. */
    STRATEGY("strategy", StrategyConfig.PID),
    /** A risk module instance. */
    RISK("risk module", RiskConfig.PID);

    private final String word;
    private final String pid;

    Kind(String word, String pid) {
      this.word = word;
      this.pid = pid;
    }

    /** The factory PID. */
    public String pid() {
      return pid;
    }

    /** The name of the file in the configuration folder. */
    public String file(String name) {
      return pid + "-" + name + ".cfg";
    }

    @Override
    public String toString() {
      return word;
    }
  }

  /** {@code trader demo (dev.bourse.trader-demo.cfg)}. */
  @Override
  public String toString() {
    return kind + " " + name + " (" + kind.file(name) + ")";
  }
}
