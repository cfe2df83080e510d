/** Copy-on-write tables: the trader's thread changes them, any thread may read a published root. */
@NullMarked
package dev.bourse.core.table;

import org.jspecify.annotations.NullMarked;
