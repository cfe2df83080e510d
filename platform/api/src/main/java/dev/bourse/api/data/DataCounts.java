package dev.bourse.api.data;

/**
 * What a cursor met.
 *
 * @param events events delivered
 * @param refused rows refused by a named rule, such as a zero amount
 * @param repeated rows recognised as repeats by the venue's id
 * @param disordered rows whose time went back; they carry the time of the row before
 */
public record DataCounts(long events, long refused, long repeated, long disordered) {}
