/**
 * One backtest for every combination of parameter values. {@link
 * dev.bourse.backtest.sweep.SweepPlan} checks everything before anything runs, {@link
 * dev.bourse.backtest.sweep.Sweep} runs the points on threads of its own, {@link
 * dev.bourse.backtest.sweep.PointStore} keeps what is finished. Called by the service; what comes
 * out depends neither on the threads nor on what was kept.
 */
@NullMarked
package dev.bourse.backtest.sweep;

import org.jspecify.annotations.NullMarked;
