/**
 * What TAB offers: names that exist now. Karaf makes one object of each class and asks it on the
 * thread of the session; a missing engine simply offers nothing.
 */
@NullMarked
package dev.bourse.control.shell.complete;

import org.jspecify.annotations.NullMarked;
