package org.sipsleuth.app.memory;

import java.util.Locale;
import org.sipsleuth.run.Progress;

/// What a user is told where the memory is not enough.
public final class MemoryAdvice {

    private static final long MEBIBYTE = 1L << 20;
    private static final long ROUND_MEBIBYTES = 64;

    /// What is tried where the share is unknown that was done.
    private static final double MORE = 1.5;

    /// The stage that fills the tables: memory grows with what was read.
    private static final String READING = "Reading";

    /// From less than that nothing can be concluded of the whole.
    private static final double LEAST_FRACTION = 0.01;

    private MemoryAdvice() {}

    /// One sentence: what was not enough, about how much is, and how it is given.
    ///
    /// @param mostBytes what the program was given
    /// @param last how far it had come when the memory was used up
    public static String sentence(long mostBytes, Progress last) {
        long given = mostBytes / MEBIBYTE;
        long needed = needed(given, last);
        return String.format(
                Locale.ROOT,
                "not enough memory: %,d MB were given, about %,d MB are needed;"
                        + " run it again with SIPSLEUTH_OPTS=-Xmx%dm",
                given,
                needed,
                needed);
    }

    private static long needed(long given, Progress last) {
        boolean isReading = last.stage().equals(READING) && last.fraction() >= LEAST_FRACTION;
        double needed = isReading ? given / last.fraction() : given * MORE;
        return (long) Math.ceil(needed / ROUND_MEBIBYTES) * ROUND_MEBIBYTES;
    }
}
