package org.sipsleuth.app.memory;

import java.util.Locale;
import org.sipsleuth.run.Progress;

/// The message shown if memory is not sufficient.
public final class MemoryAdvice {

    private static final long MEBIBYTE = 1L << 20;
    private static final long ROUND_MEBIBYTES = 64;

    /// What is proposed once all was read: what commands need beyond their tables is less than a
    /// third of what they were given when they got as far.
    private static final double MORE = 1.25;

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
        return sentence(mostBytes, neededMebibytes(mostBytes, last));
    }

    /// The same where it is known how much is enough.
    ///
    /// @param mostBytes what the program was given
    /// @param needed about how much is enough, in MiB
    public static String sentence(long mostBytes, long needed) {
        long given = mostBytes / MEBIBYTE;
        return String.format(
                Locale.ROOT,
                "not enough memory: %,d MB were given, about %,d MB are needed;"
                        + " run it again with SIPSLEUTH_OPTS=-Xmx%dm",
                given,
                needed,
                needed);
    }

    /// About how much is enough, in MiB.
    ///
    /// @param mostBytes what the program was given
    /// @param last how far it had come when the memory was used up
    public static long neededMebibytes(long mostBytes, Progress last) {
        double given = (double) mostBytes / MEBIBYTE;
        boolean isReading = last.stage().equals(READING) && last.fraction() >= LEAST_FRACTION;
        double needed = isReading ? given / last.fraction() : given * MORE;
        return (long) Math.ceil(needed / ROUND_MEBIBYTES) * ROUND_MEBIBYTES;
    }
}
