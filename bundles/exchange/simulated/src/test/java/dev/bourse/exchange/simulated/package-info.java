/** Proof of the simulated exchange, from the outside: data and commands in, reports out. */
package dev.bourse.exchange.simulated;
