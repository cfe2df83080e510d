/** Recovery proven with real processes: a trader on a real disk is killed again and again. */
@NullMarked
package dev.bourse.itests.recovery;

import org.jspecify.annotations.NullMarked;
