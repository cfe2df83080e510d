/**
 * Plug-ins as the commands of several scopes show them: their types, and their parameters with
 * defaults, ranges and descriptions. Pure functions on the thread of the session.
 */
@NullMarked
package dev.bourse.control.shell.plugin;

import org.jspecify.annotations.NullMarked;
