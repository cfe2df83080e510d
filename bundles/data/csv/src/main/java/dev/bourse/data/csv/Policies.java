package dev.bourse.data.csv;

/**
 * What is done with rows that are readable but odd.
 *
 * @param maxJump by what factor a price may differ from the one before, 2 or more
 * @param zeroAmounts for trades over nothing
 * @param disorder for times that go back
 * @param repeats for ids met before
 */
record Policies(int maxJump, ZeroAmounts zeroAmounts, Disorder disorder, Repeats repeats) {}
