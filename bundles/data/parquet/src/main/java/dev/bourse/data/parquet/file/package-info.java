/**
 * Tables in Parquet files: columns of 64-bit integers, delta-encoded and gzipped, and at most one
 * column of words. Values are encoded and metadata is laid out by Parquet's own libraries; what is
 * here is the file around them, so that nothing of Hadoop is needed. Any tool that reads Parquet
 * reads these files.
 *
 * <p>Every page carries the CRC that Parquet provides for, the footer carries one of what it says
 * itself, and the SHA-256 of all pages. A file comes into being under another name, is forced to
 * the disk and renamed; one that was cut off has no footer and is refused.
 *
 * <p>Called by {@code dev.bourse.data.parquet.set}; a reader or a writer belongs to one thread.
 */
@NullMarked
package dev.bourse.data.parquet.file;

import org.jspecify.annotations.NullMarked;
