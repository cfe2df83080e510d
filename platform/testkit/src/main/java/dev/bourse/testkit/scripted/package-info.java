/**
 * An exchange whose answers tests write.
 *
 * <p>{@link dev.bourse.testkit.scripted.ScriptedExchange} has the threaded form of a real adapter:
 * commands are taken on the caller's thread, answered from its own. Its books are always true; a
 * script says what is told of them, and when.
 */
@NullMarked
package dev.bourse.testkit.scripted;

import org.jspecify.annotations.NullMarked;
