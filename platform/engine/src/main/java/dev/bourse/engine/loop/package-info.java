/**
 * The loop of one trader: from the store to the first turn, turn after turn, and orderly back. One
 * thread per trader; the classes say which of their methods other threads may call.
 */
@NullMarked
package dev.bourse.engine.loop;

import org.jspecify.annotations.NullMarked;
