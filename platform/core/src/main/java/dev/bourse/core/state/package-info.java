/** The whole state of a trader, and how events and recorded results change it. */
@NullMarked
package dev.bourse.core.state;

import org.jspecify.annotations.NullMarked;
