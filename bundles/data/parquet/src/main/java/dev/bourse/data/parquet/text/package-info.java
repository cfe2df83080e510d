/**
 * Events as text: comma-separated values with a description beside them, by which they can be read
 * again. Called by the job that exports a set, on its thread.
 */
@NullMarked
package dev.bourse.data.parquet.text;

import org.jspecify.annotations.NullMarked;
