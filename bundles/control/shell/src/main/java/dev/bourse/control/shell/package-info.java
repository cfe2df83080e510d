/**
 * The commands of the Karaf shell, on the console and over SSH. Karaf calls them, each on the
 * thread of its session; they call the services of the API.
 */
@NullMarked
package dev.bourse.control.shell;

import org.jspecify.annotations.NullMarked;
