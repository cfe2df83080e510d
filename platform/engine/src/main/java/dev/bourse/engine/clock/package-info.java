/**
 * Where a trader's time comes from. Only the trader's own loop reads its clock; live trading uses
 * the wall, recorded data a virtual clock at a chosen speed. Everything else in the engine measures
 * intervals with {@link System#nanoTime}.
 */
@NullMarked
package dev.bourse.engine.clock;

import org.jspecify.annotations.NullMarked;
