/**
 * The services of Bourse, looked up at each call, and sentences for when they are absent. Commands
 * and completers use them on the thread of the session.
 */
@NullMarked
package dev.bourse.control.shell.service;

import org.jspecify.annotations.NullMarked;
