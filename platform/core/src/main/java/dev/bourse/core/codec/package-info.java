/**
 * Explicit, versioned serializers of turns and values; nothing here depends on Java serialization
 * or reflection.
 */
@NullMarked
package dev.bourse.core.codec;

import org.jspecify.annotations.NullMarked;
