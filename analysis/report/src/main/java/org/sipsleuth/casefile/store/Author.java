package org.sipsleuth.casefile.store;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Who changes a case, with which program, and by which clock.
///
/// @param name the analyst, on one line
/// @param program the program with its version, on one line
/// @param clock gives the times of changes, kept in ms
public record Author(String name, String program, Clock clock) {

    /// Who only reads, and holds a lock for as long as an interrupted change is rolled back.
    public static final Author READER = new Author("a reader", "SipSleuth", Clock.systemUTC());

    public Author {
        name = line(name);
        program = line(program);
    }

    /// Control characters would let one field of a log entry look like two.
    private static String line(String text) {
        String line = CanonicalJson.wellFormed(text).replaceAll("\\p{Cntrl}|\\R", " ").strip();
        return line.isEmpty() ? "unknown" : line;
    }

    /// The time of a change made now.
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
