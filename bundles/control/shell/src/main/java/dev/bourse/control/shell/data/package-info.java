/**
 * The scope {@code data}: recorded market data. Views are pure functions of values; commands are
 * thin. Karaf makes one object per call and runs it on the thread of the session.
 */
@NullMarked
package dev.bourse.control.shell.data;

import org.jspecify.annotations.NullMarked;
