package dev.bourse.testkit.kit;

/** A way in which a strategy of signals is wrong, and the rule of its kit that has to notice. */
enum SignalFault {
  /** It never finds anything. */
  SILENT("signalsOnAMarketThatMoves"),
  /** Each object answers otherwise. */
  ANSWERS_BY_CHANCE("answersTheSameOnTheSame"),
  /** What it was told is forgotten with the process. */
  FORGETS("goesOnAfterARestartAsIfNothingHadHappened"),
  /** All instruments have one memory. */
  ONE_MEMORY("sharesNothingBetweenTwoInstruments"),
  /** It buys what it signals. */
  BUYS_BY_ITSELF("placesNoOrderOfItsOwn"),
  /** It has a watcher that buys. */
  BUYS_WHILE_IT_WATCHES("placesNoOrderOfItsOwn"),
  /** Its stop-loss is farther away than its rules allow. */
  STOPS_FAR_AWAY("givesOnlySignalsThatItsOwnRulesTake"),
  /** It wants to be asked now so and now otherwise. */
  ANOTHER_INTERVAL_EACH_TIME("saysTheSameIntervalAndRulesAlways"),
  /** Each object starts a thread that never ends. */
  THREAD_LEFT("leavesNoThreadBehind"),
  /** A quantity that cannot be read ends in something that says nothing. */
  BREAKS_ON_A_TEXT("refusesATextThatItCannotReadWithASentence"),
  /** Parameters that cannot be together are taken. */
  TAKES_WHAT_DOES_NOT_FIT("refusesParametersThatDoNotFitTogetherWithASentence");

  private final String rule;

  SignalFault(String rule) {
    this.rule = rule;
  }

  /** The rule that must fail. */
  String rule() {
    return rule;
  }
}
