/**
 * The scope {@code strategy}: strategies at work and their parameters. Views are pure functions of
 * values; commands are thin. Karaf makes one object per call and runs it on the thread of the
 * session.
 */
@NullMarked
package dev.bourse.control.shell.strategy;

import org.jspecify.annotations.NullMarked;
