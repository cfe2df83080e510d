/**
 * Where a trader's journal, snapshots and trace are kept.
 *
 * <p>A bundle under {@code bundles/persistence} implements {@link
 * dev.bourse.api.persistence.PersistenceBackend}; the engine's journal writer thread calls {@code
 * append}, {@code write} and {@code force}; any thread may read. Everything that stands here is
 * opaque bytes to the backend.
 */
@Export
@Version("0.1.0")
@NullMarked
package dev.bourse.api.persistence;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
