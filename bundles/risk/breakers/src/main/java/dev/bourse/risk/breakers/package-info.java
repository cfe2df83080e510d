/**
 * Losses at which a trader stops: in a day, and from the peak. The core asks once which breakers
 * there are and watches them itself; its risk gate calls the module, on the trader's thread.
 */
@NullMarked
package dev.bourse.risk.breakers;

import org.jspecify.annotations.NullMarked;
