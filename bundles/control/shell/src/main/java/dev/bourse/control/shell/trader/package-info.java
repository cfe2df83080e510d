/**
 * The scope {@code trader}: what traders do, why they do not, and telling them to. Views are pure
 * functions of values; commands are thin. Karaf makes one object per call and runs it on the thread
 * of the session.
 */
@NullMarked
package dev.bourse.control.shell.trader;

import org.jspecify.annotations.NullMarked;
