/**
 * Journal, snapshots and trace in files of this machine. The engine calls it, from the writer
 * thread of each trader.
 */
@NullMarked
package dev.bourse.persistence.mapdb;

import org.jspecify.annotations.NullMarked;
