/** Proof of the files. */
@NullMarked
package dev.bourse.data.parquet.file;

import org.jspecify.annotations.NullMarked;
