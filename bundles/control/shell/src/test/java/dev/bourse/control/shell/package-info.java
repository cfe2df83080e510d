/** Whole screens, as somebody at the terminal sees them. */
@NullMarked
package dev.bourse.control.shell;

import org.jspecify.annotations.NullMarked;
