package org.sipsleuth.casefile.store;

import java.time.DateTimeException;
import java.time.Instant;

/// The time of a row, as its text has it.
public final class CaseTime {

    private CaseTime() {}

    /// The time; one that cannot be read is later than all others.
    public static Instant of(String at) {
        try {
            return Instant.parse(at);
        } catch (DateTimeException unreadable) {
            return Instant.MAX;
        }
    }

    /// Whether a row is of a time that has not come yet, or cannot be read.
    public static boolean isFuture(String at, Instant now) {
        return of(at).isAfter(now);
    }
}
