/**
 * The scope {@code risk}: limits, denials, halt and reset. Views are pure functions of values;
 * commands are thin. Karaf makes one object per call and runs it on the thread of the session.
 */
@NullMarked
package dev.bourse.control.shell.risk;

import org.jspecify.annotations.NullMarked;
