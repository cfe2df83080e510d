/**
 * A live trader in a process of its own trades at the local venue while faults and kills, drawn
 * from a seed, happen to it; afterwards its books must be those of the venue. The test starts and
 * kills the process on threads of its own.
 */
@NullMarked
package dev.bourse.itests.campaign;

import org.jspecify.annotations.NullMarked;
