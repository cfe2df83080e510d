/**
 * What was kept of orders and positions: {@code order:history} and {@code position:history}. Views
 * are pure functions of values; commands are thin. Karaf makes one object per call and runs it on
 * the thread of the session.
 */
@NullMarked
package dev.bourse.control.shell.history;

import org.jspecify.annotations.NullMarked;
