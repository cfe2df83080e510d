/**
 * Looks at events as they pass and counts what is wrong with them. Called by the job that checks a
 * set, on its thread.
 */
@NullMarked
package dev.bourse.data.parquet.check;

import org.jspecify.annotations.NullMarked;
