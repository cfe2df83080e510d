package dev.bourse.data.csv;

import dev.bourse.api.model.Instrument;
import java.nio.file.Path;

/**
 * A data set as its description says it is; whether the file keeps to it shows when it is read.
 *
 * @param name the name that commands use
 * @param file the file with the rows
 * @param kind what a row is
 * @param layout where the values stand
 * @param time what the time column holds
 * @param instrument the one object that all events of the set share
 * @param policies what is done with odd rows
 */
record Description(
    String name,
    Path file,
    Kind kind,
    Layout layout,
    TimeColumn time,
    Instrument instrument,
    Policies policies) {}
