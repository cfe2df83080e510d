/**
 * The scope {@code order}: orders, placed by hand too. Views are pure functions of values; commands
 * are thin. Karaf makes one object per call and runs it on the thread of the session.
 */
@NullMarked
package dev.bourse.control.shell.order;

import org.jspecify.annotations.NullMarked;
