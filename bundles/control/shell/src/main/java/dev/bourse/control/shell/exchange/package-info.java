/**
 * The scope {@code exchange}: accounts at venues and the rules of instruments. Views are pure
 * functions of values; commands are thin. Karaf makes one object per call and runs it on the thread
 * of the session.
 */
@NullMarked
package dev.bourse.control.shell.exchange;

import org.jspecify.annotations.NullMarked;
