/**
 * Where the engine keeps its files, and how it replaces small ones whole or not at all. Any thread.
 */
@NullMarked
package dev.bourse.engine.files;

import org.jspecify.annotations.NullMarked;
