package dev.bourse.api.persistence;

import java.util.List;

/**
 * One journal record. The payload is not copied: nobody changes it after the append.
 *
 * @param sequence its place, without gaps
 * @param time our time in nanoseconds, never decreasing
 * @param kind what the payload is
 * @param schema the version of the payload's layout
 * @param keys order ids and instruments that it is about, for the indexes
 * @param payload the bytes
 */
@SuppressWarnings("ArrayRecordComponent") // entries are written and read, never compared
public record JournalEntry(
    long sequence, long time, EntryKind kind, int schema, List<String> keys, byte[] payload) {}
