/** Proof of the store, through its two components. */
@NullMarked
package dev.bourse.data.parquet;

import org.jspecify.annotations.NullMarked;
