/**
 * The store of recorded market data, in Parquet files. {@code ParquetData} gives its sets to
 * backtests, traders and commands; {@code ParquetLibrary} takes files in, fetches from venues'
 * archives, checks and exports. Both are components, called by any thread.
 *
 * <h2>Why Parquet, and why like this</h2>
 *
 * Measured with five million trades (time, price, size, side, id) on JDK 17, two cores:
 * delta-encoded columns with fast gzip take 5.6 bytes a trade and read at about 70 ns; the same
 * rows in Apache TsFile 2.2 take 7.0 to 9.6 bytes and read at 460 to 500 ns. TsFile also refuses
 * two events with one time, which trades have all the time, and brings native libraries. Apache
 * Arrow needs {@code --add-opens java.base/java.nio}, which the distribution does not have.
 * Parquet's reader and writer of files ({@code parquet-hadoop}) cannot be compiled against without
 * Hadoop's classes, so only its encodings and metadata are used, about 4 MB that are embedded; they
 * are maintained by Apache under its licence, and every tool for data reads the files. {@code
 * docs/data.md} has the table and the command that measures it.
 */
@NullMarked
package dev.bourse.data.parquet;

import org.jspecify.annotations.NullMarked;
