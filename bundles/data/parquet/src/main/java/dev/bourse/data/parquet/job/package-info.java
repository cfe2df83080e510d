/**
 * What the store does for people: taking files in, fetching from venues, checking, writing text.
 * Each is a job on a thread of its own, which ends when it is asked to or when the bundle leaves;
 * what was stored whole by then stays. One job at a time writes into a set.
 */
@NullMarked
package dev.bourse.data.parquet.job;

import org.jspecify.annotations.NullMarked;
