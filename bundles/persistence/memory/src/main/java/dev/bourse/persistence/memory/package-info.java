/**
 * The persistence backend that forgets when the process ends: the plain twin of the durable ones,
 * and the specification that they share a kit with. The engine calls it, from the writer thread of
 * each trader.
 */
@NullMarked
package dev.bourse.persistence.memory;

import org.jspecify.annotations.NullMarked;
