/**
 * The scope {@code position}: what strategies hold. Views are pure functions of values; commands
 * are thin. Karaf makes one object per call and runs it on the thread of the session.
 */
@NullMarked
package dev.bourse.control.shell.position;

import org.jspecify.annotations.NullMarked;
