/**
 * The life of signals: {@link dev.bourse.core.signal.SignalLife} is the table of moves, {@link
 * dev.bourse.core.signal.SignalTriggers} says which move a price or a time calls for, {@link
 * dev.bourse.core.signal.SignalDriver} carries them out as an event strategy, and {@link
 * dev.bourse.core.signal.SignalBook} keeps what must survive. The slot of a signal strategy makes
 * the driver; everything runs on the trader's thread.
 */
@NullMarked
package dev.bourse.core.signal;

import org.jspecify.annotations.NullMarked;
