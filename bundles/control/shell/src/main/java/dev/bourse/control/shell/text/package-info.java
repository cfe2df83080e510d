/**
 * Numbers, times, tables and JSON as people and scripts read them: pure functions of values. The
 * views of all commands use them, on the thread of the session.
 */
@NullMarked
package dev.bourse.control.shell.text;

import org.jspecify.annotations.NullMarked;
