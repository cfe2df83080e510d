/** What a trader may do in which status: the table of the design as data. */
@NullMarked
package dev.bourse.core.status;

import org.jspecify.annotations.NullMarked;
