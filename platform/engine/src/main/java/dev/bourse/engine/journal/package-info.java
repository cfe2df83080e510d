/**
 * From a decided turn to the disk, and only then to the venue and to people. The loop hands encoded
 * turns over; a thread of the trader's own writes and forces them, releases the commands of durable
 * turns to the adapters and the announcements to those who wait.
 */
@NullMarked
package dev.bourse.engine.journal;

import org.jspecify.annotations.NullMarked;
