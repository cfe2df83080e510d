package dev.bourse.itests.benchmarks;

/**
 * A line of the table.
 *
 * @param what what was measured
 * @param figure what came out
 * @param must what the design demands
 */
record Row(String what, String figure, String must) {}
