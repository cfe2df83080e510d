package dev.bourse.engine.inbox;

/**
 * What an inbox holds and what it could not hold.
 *
 * @param execution how many venue answers, commands and tasks wait
 * @param market how many market events wait
 * @param refused how many venue answers found no room, ever; each closed its connection
 * @param conflated how many quotes were replaced by newer ones, ever
 * @param lost how many trades became part of a gap, ever
 * @param implausible how many market events could not be, or were there already, ever
 */
public record InboxCounts(
    int execution, int market, long refused, long conflated, long lost, long implausible) {}
