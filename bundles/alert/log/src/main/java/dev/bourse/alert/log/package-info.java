/**
 * Alerts as lines of the log. The engine calls it once what it announces is durable, from a thread
 * of its own.
 */
@NullMarked
package dev.bourse.alert.log;

import org.jspecify.annotations.NullMarked;
