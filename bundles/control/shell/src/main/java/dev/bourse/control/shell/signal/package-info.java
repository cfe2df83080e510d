/**
 * The scope {@code signal}: signals of signal strategies, and their end by hand. Views are pure
 * functions of values; commands are thin. Karaf makes one object per call and runs it on the thread
 * of the session.
 */
@NullMarked
package dev.bourse.control.shell.signal;

import org.jspecify.annotations.NullMarked;
