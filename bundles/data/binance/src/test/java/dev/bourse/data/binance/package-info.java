/** Proof of the archive, against a server on this machine. */
@NullMarked
package dev.bourse.data.binance;

import org.jspecify.annotations.NullMarked;
