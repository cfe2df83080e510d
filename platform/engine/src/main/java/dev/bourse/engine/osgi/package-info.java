/**
 * The only part of the engine that sees the container: services become plug-ins, configurations
 * become files, bundles that cannot work become sentences. The container calls it, on its own
 * threads.
 */
@NullMarked
package dev.bourse.engine.osgi;

import org.jspecify.annotations.NullMarked;
