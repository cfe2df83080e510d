/**
 * The proof of a persistence backend.
 *
 * <p>A backend's own test extends {@link dev.bourse.testkit.persistence.PersistenceBackendKit} and
 * hands over a new backend. {@link dev.bourse.testkit.persistence.TestEntries} makes and compares
 * entries; what is made depends on nothing but its sequence number, so that any test can say what a
 * store should hold. Called on the test's thread.
 */
@NullMarked
package dev.bourse.testkit.persistence;

import org.jspecify.annotations.NullMarked;
