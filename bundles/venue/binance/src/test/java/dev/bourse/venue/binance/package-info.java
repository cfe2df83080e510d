/** The venue from the outside: what clients send, and what they get. */
@org.jspecify.annotations.NullMarked
package dev.bourse.venue.binance;
