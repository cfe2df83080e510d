/**
 * What happened and why, turn by turn. The engine provides {@link dev.bourse.api.trace.TraceReader}
 * per trader; shells and reports call it from any thread.
 */
@Export
@Version("0.1.0")
@NullMarked
package dev.bourse.api.trace;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
