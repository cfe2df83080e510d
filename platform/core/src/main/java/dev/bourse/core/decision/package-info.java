/**
 * The deciding half of a turn: strategies are asked, the gate decides, people's wishes are carried
 * out.
 */
@NullMarked
package dev.bourse.core.decision;

import org.jspecify.annotations.NullMarked;
