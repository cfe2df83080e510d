/**
 * The speed budgets of Bourse, measured as ratios in one run on one machine. Started by hand; no
 * test and no gate depends on how fast a machine is.
 */
@NullMarked
package dev.bourse.itests.benchmarks;

import org.jspecify.annotations.NullMarked;
