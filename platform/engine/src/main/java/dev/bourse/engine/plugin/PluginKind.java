package dev.bourse.engine.plugin;

/** What can be plugged in. */
public enum PluginKind {
  /** A strategy factory. */
  STRATEGY("strategy", "strategy type"),
  /** An exchange adapter. */
  EXCHANGE("exchange", "exchange type"),
  /** A risk module factory. */
  RISK("risk", "risk module type"),
  /** A persistence backend. */
  PERSISTENCE("persistence", "persistence backend"),
  /** A source of recorded data. */
  DATA("data", "data source"),
  /** An alert channel. */
  ALERT("alert", "alert channel");

  private final String word;
  private final String sentence;

  PluginKind(String word, String sentence) {
    this.word = word;
    this.sentence = sentence;
  }

  /** How a sentence names a plug-in of this kind. */
  public String say(String type) {
    return sentence + " " + type;
  }

  /** One word, for tables. */
  @Override
  public String toString() {
    return word;
  }
}
