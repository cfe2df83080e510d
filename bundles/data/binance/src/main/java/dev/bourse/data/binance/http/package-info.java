/**
 * Fetching over HTTP with what can go wrong: cut connections, silence, refusals for a while, files
 * that are not there. The JDK's client does the talking. Called on the threads of whoever fetches.
 */
@NullMarked
package dev.bourse.data.binance.http;

import org.jspecify.annotations.NullMarked;
