/**
 * Where everything that happens to a trader waits for its turn. Adapters, people and the journal
 * writer put in, from any thread; the trader's loop takes out.
 */
@NullMarked
package dev.bourse.engine.inbox;

import org.jspecify.annotations.NullMarked;
