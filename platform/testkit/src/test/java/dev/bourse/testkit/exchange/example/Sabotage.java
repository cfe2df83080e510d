package dev.bourse.testkit.exchange.example;

/** A way in which an adapter is wrong, and the rule of the kit that has to notice. */
enum Sabotage {
  /** A repeated fill looks like another one. */
  NEW_ID_FOR_A_REPEATED_FILL("givesWhatComesTwiceOneId"),
  /** What is not known is told as refused. */
  LOST_ANSWER_TOLD_AS_REJECTION("saysThatAnAnswerIsLostAndFindsTheOrderWhenAsked"),
  /** An error that leaves open whether it was done is told as refused. */
  OPEN_ERROR_TOLD_AS_REJECTION("takesAnErrorThatProvesNothingForALostAnswer"),
  /** What is not known of a cancel is told as refused. */
  LOST_CANCEL_ANSWER_TOLD_AS_REFUSAL(
      "saysThatTheAnswerToACancelIsLostAndFindsTheOrderCanceledWhenAsked"),
  /** What is not known of a cancel is told as done. */
  LOST_CANCEL_TOLD_AS_DONE("saysNothingOfACancelThatMayNeverHaveArrivedAndTakesAnother"),
  /** A cancel that was lost counts as on its way for ever. */
  SECOND_CANCEL_SWALLOWED("saysNothingOfACancelThatMayNeverHaveArrivedAndTakesAnother"),
  /** What is not known of a change is told as refused. */
  LOST_CHANGE_ANSWER_TOLD_AS_REFUSAL(
      "saysThatTheAnswerToAChangeIsLostAndFindsTheNewTermsWhenAsked"),
  /** What is not known of a change is told as done. */
  LOST_CHANGE_TOLD_AS_DONE("saysNothingOfAChangeThatMayNeverHaveArrivedAndTakesAnother"),
  /** It says that an order was changed, and sends nothing. */
  CHANGE_TOLD_AND_NOT_SENT("movesAnOrderToAnotherPriceUnderItsName"),
  /** A change is a second order beside the first. */
  CHANGE_AS_ANOTHER_ORDER("neverHasTwoGenerationsOfOneOrderWhateverItIsChangedTo"),
  /** A refused change is told as done. */
  REFUSED_CHANGE_TOLD_AS_DONE("refusesToChangeWhatIsClosed"),
  /** What never left is told as refused by the venue. */
  DENIAL_TOLD_AS_REJECTION("deniesByNameWhatAFilterDoesNotLetPassAndSendsNothingOfIt"),
  /** What a filter refuses each time is told as if it passed. */
  LASTING_DENIAL_TOLD_AS_PASSING("deniesByNameWhatAFilterDoesNotLetPassAndSendsNothingOfIt"),
  /** What was refused for a limit is told as if it were refused each time. */
  REJECTION_FOR_A_LIMIT_TOLD_AS_LASTING("takesARefusalForALimitAsProvenAndGoesOnLater"),
  /** It says that it denied an order, and sends it. */
  DENIED_AND_SENT("deniesByNameWhatAFilterDoesNotLetPassAndSendsNothingOfIt"),
  /** What was not answered is sent once more. */
  SENT_AGAIN("doesNotSendAgainWhatMayNeverHaveArrived"),
  /** An order that exists twice at the venue under names of the adapter's own. */
  A_NAME_OF_ITS_OWN_FOR_A_REPEAT("neverMakesTwoOrdersOfOneName"),
  /** Long names are cut off. */
  TRUNCATED_NAME("keepsANameAsItIsOrRefusesIt"),
  /** The first is told last. */
  FILL_BEFORE_ACCEPTANCE("saysThatAnOrderIsAcceptedBeforeItSaysThatItIsFilled"),
  /** A kind that the venue does not have becomes one that it has. */
  ANY_KIND_AS_MARKET("holdsAndFillsEveryKindOfOrderThatItDeclaresAndRefusesEveryOther"),
  /** A life that the venue does not have becomes one that it has. */
  ANY_LIFE_AS_ONE_THAT_LASTS("letsAnOrderLiveAsLongAsItDeclaresAndRefusesEveryOtherLife"),
  /** That an order may only rest is forgotten. */
  TAKES_THOUGH_POST_ONLY("refusesAPostOnlyOrderThatWouldTake"),
  /** That a part is hidden is forgotten. */
  SHOWS_WHAT_IS_TO_BE_HIDDEN("hidesAPartOrRefusesTo"),
  /** That exits wait for an entry is forgotten. */
  EXITS_OF_A_BRACKET_PLACED_AT_ONCE("keepsTheExitsOfABracketWaitingUntilItsEntryHasFilled"),
  /** Exits are told as taken, and only their entry is sent. */
  EXITS_OF_A_BRACKET_NEVER_SENT("placesTheExitsOfABracketOnceItsEntryHasFilledWhole"),
  /** That exits ended with their entry is not told. */
  END_OF_EXITS_HIDDEN("endsTheExitsOfABracketWithItsEntry"),
  /** What the venue is to take whole or not at all is sent one by one. */
  BRACKET_SENT_ONE_BY_ONE("refusesTheExitsOfABracketWithItsEntry"),
  /** An entry is sent though its exit was denied. */
  ENTRY_OF_A_DENIED_BRACKET_SENT("placesNothingOfABracketOfWhichAnExitIsRefused"),
  /** Where an order stands is told without how it came there. */
  QUERY_WITHOUT_FILLS("tellsWithAQueryWhatItsStreamHasLost"),
  /** What was refused for a limit counts as not known. */
  LIMIT_TOLD_AS_LOST("takesARefusalForALimitAsProvenAndGoesOnLater"),
  /** What waits for a limit is told as refused each time. */
  LIMIT_TOLD_AS_LASTING("takesARefusalForALimitAsProvenAndGoesOnLater"),
  /** An order that never left is told as taken. */
  DEAD_VENUE_TAKES_ORDERS("saysNothingThatIsNotProvenOfAnOrderForADeadVenue"),
  /** Orders at a venue that is out of reach are told as gone. */
  DEAD_VENUE_HAS_NO_ORDERS("saysNothingThatIsNotProvenOfAnOrderForADeadVenue"),
  /** What was filled meanwhile is not told. */
  REPORT_WITHOUT_FILLS("reportsWhatWasFilledWhileItWasCutOff"),
  /** Orders of others are hidden. */
  REPORT_WITHOUT_FOREIGN_ORDERS("showsTheOrdersOfOthersAndNeverTakesThemForOurs"),
  /** Money is told of twice. */
  EVERY_DEPOSIT_TWICE("tellsOfMoneyThatComesAndGoesOnce"),
  /** The first lost connection is the last one. */
  NO_WAY_BACK("saysThatItIsCutAndComesBackByItselfWithItsOrders"),
  /** A key that may only look counts as good. */
  LOOKING_KEY_TAKEN("refusesAKeyThatMayNotTradeWithASentence"),
  /** The key stands in a text for people. */
  KEY_IN_ITS_NAME("namesNoSecretInAnythingThatItSaysOrIs"),
  /** Closing does nothing. */
  NEVER_CLOSED("isSilentAndTakesNothingOnceItIsClosed"),
  /** Closing makes it silent, but keeps the connection. */
  LINE_KEPT_OPEN("leavesNoConnectionBehind"),
  /** Each account leaves a thread. */
  THREAD_LEFT("leavesNoThreadBehind"),
  /** The caller waits until the venue has answered. */
  WAITS_FOR_THE_ANSWER("doesNotWaitForAnAnswer"),
  /** Data goes on. */
  UNSUBSCRIBE_IGNORED("bringsNothingAfterUnsubscribeAndEverythingOnceAfterSubscribingTwiceAgain"),
  /** Trades are missing, and nobody is told. */
  GAP_HIDDEN("tradesDuringACutAreHeardAfterItOrMarkedAsAGap"),
  /** What the trader knows already is not looked at. */
  RULES_ALWAYS_OF_VERSION_ONE("givesRulesThatChangedSinceAHigherVersion");

  private final String rule;

  Sabotage(String rule) {
    this.rule = rule;
  }

  /** The rule that must fail. */
  String rule() {
    return rule;
  }
}
