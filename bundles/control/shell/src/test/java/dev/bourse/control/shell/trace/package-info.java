/** Every event and every result has words. */
@NullMarked
package dev.bourse.control.shell.trace;

import org.jspecify.annotations.NullMarked;
