/**
 * Data sets as folders of Parquet files. A set is a folder {@code <name>.set}; each file in it is a
 * part: events of one instrument, in order of time, together with the rules that scale them. Parts
 * of one instrument never overlap, so a set grows by adding files, and a venue's change of its
 * rules is a part with other rules.
 *
 * <p>Called by the components and jobs of this bundle. {@code Sets} may be used by any thread, a
 * cursor or a writer by one.
 */
@NullMarked
package dev.bourse.data.parquet.set;

import org.jspecify.annotations.NullMarked;
