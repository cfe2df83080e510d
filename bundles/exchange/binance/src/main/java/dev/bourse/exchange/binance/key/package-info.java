/**
 * Keys of accounts and what is signed with them. Nothing here ever prints a key. Made when an
 * account is opened, used by whoever calls the venue, on any thread.
 */
@NullMarked
package dev.bourse.exchange.binance.key;

import org.jspecify.annotations.NullMarked;
