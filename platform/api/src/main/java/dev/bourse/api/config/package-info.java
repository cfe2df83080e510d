/**
 * Parameters of plug-ins, declared once as a metatype annotation and read strictly.
 *
 * <p>The engine, backtests, shell help and tests use {@link dev.bourse.api.config.Parameters}. It
 * needs the metatype XML that the build writes beside the annotation.
 */
@Export
@Version("0.1.0")
@NullMarked
package dev.bourse.api.config;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
