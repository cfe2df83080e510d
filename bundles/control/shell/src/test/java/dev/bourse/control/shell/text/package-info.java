/** How values, tables and JSON must read. */
@NullMarked
package dev.bourse.control.shell.text;

import org.jspecify.annotations.NullMarked;
