/**
 * What all commands share: failures as sentences, questions before dangerous things, three ways to
 * print a list, options behind arguments.
 *
 * <p>Karaf makes one object per call and runs it on the thread of the session.
 */
@NullMarked
package dev.bourse.control.shell.base;

import org.jspecify.annotations.NullMarked;
