package dev.bourse.venue.binance.server;

import java.util.Map;

/**
 * What is sent back over HTTP.
 *
 * @param status the HTTP status
 * @param headers headers of the protocol
 * @param body JSON
 */
record Answer(int status, Map<String, String> headers, String body) {}
