/**
 * Programs that a test starts in another JVM, listens to and kills.
 *
 * <p>{@link dev.bourse.testkit.process.ChildProcess} is one such program; {@link
 * dev.bourse.testkit.process.KillHarness} starts it again and again and kills it at random moments.
 * Called on the test's thread.
 */
@NullMarked
package dev.bourse.testkit.process;

import org.jspecify.annotations.NullMarked;
