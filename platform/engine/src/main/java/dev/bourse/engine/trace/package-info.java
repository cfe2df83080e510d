/**
 * Reads traders' traces for shells and reports: turns decoded from archive and open journal. Any
 * thread.
 */
@NullMarked
package dev.bourse.engine.trace;

import org.jspecify.annotations.NullMarked;
