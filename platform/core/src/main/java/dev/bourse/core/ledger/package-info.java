/**
 * Every order and fill: ids, the status machine, reservations, doubts about orders whose fate is
 * not proven.
 */
@NullMarked
package dev.bourse.core.ledger;

import org.jspecify.annotations.NullMarked;
