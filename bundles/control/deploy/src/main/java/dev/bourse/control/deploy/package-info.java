/**
 * Makes silence impossible for people who drop plug-ins into the deploy folder: a file that is no
 * bundle, or a bundle that misses something, is named in the log with the reason and the remedy.
 * Nobody calls this bundle; it looks by itself, on one thread of its own, and changes nothing.
 */
@NullMarked
package dev.bourse.control.deploy;

import org.jspecify.annotations.NullMarked;
