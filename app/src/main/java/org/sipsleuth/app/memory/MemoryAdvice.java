package org.sipsleuth.app.memory;

import org.sipsleuth.run.Counted;
import org.sipsleuth.run.Progress;

/// The message shown if memory is not sufficient. Makes hardly any objects, and links no
/// `invokedynamic` (lambda, `+` of strings): there is no memory.
public final class MemoryAdvice {

    private static final long MEBIBYTE = 1L << 20;

    /// What is named at least: more than was given, which was not enough.
    private static final double MORE = 1.1;

    /// Amounts above are rounded to tens.
    private static final long EXACT_MEBIBYTES = 128;

    private static final long ROUND_MEBIBYTES = 10;
    private static final double ROUNDING_ERROR = 1e-9;

    /// The JVM leaves out a survivor space where it states its heap: a thirtieth of `-Xmx` with the
    /// serial collector.
    private static final long SPACE_LEFT_OUT = 25;

    /// The stage that fills the tables: memory grows with what was read.
    private static final String READING = "Reading";

    /// From less than that nothing can be concluded of the whole.
    private static final double LEAST_FRACTION = 0.01;

    /// How far a command had come when the memory was used up.
    ///
    /// @param last the last progress
    /// @param counted what was taken into the index until then
    /// @param bytes the size of all inputs
    public record Reached(Progress last, Counted counted, long bytes) {

        /// The share of the inputs that the counts are of.
        double share() {
            return last.stage().equals(READING) && last.fraction() >= 0 ? last.fraction() : 1;
        }

        /// What all the inputs hold: known once they are read, an extrapolation before.
        Counted whole() {
            double share = share();
            if (counted.messages() == 0 || share < LEAST_FRACTION) {
                return MemoryNeed.guess(bytes);
            }
            return new Counted((long) (counted.messages() / share), (long) (counted.dialogs() / share));
        }
    }

    private MemoryAdvice() {}

    /// Whether a heap is enough for what is known to be needed.
    ///
    /// @param mostBytes what the program was given
    /// @param needed in MiB
    public static boolean isEnough(long mostBytes, long needed) {
        return needed <= mebibytes(mostBytes);
    }

    /// What a heap is enough for, in MiB.
    ///
    /// @param mostBytes what the program was given
    static double mebibytes(long mostBytes) {
        return (double) (mostBytes + mostBytes / SPACE_LEFT_OUT) / MEBIBYTE;
    }

    /// One sentence: what was not enough, about how much is, and how it is given.
    ///
    /// @param mostBytes what the program was given
    /// @param need of the command
    public static String sentence(long mostBytes, MemoryNeed need, Reached reached) {
        return sentence(mostBytes, neededMebibytes(mostBytes, need, reached));
    }

    /// The same where it is known how much is enough.
    ///
    /// @param mostBytes what the program was given
    /// @param needed about how much is enough, in MiB
    @SuppressWarnings("UnnecessaryStringBuilder") // linking + takes memory
    public static String sentence(long mostBytes, long needed) {
        return new StringBuilder("not enough memory: ").append(mostBytes / MEBIBYTE)
                .append(" MB were given, about ")
                .append(needed)
                .append(" MB are needed; run it again with SIPSLEUTH_OPTS=-Xmx")
                .append(needed)
                .append('m')
                .toString();
    }

    /// About how much is enough for a command, in MiB.
    static long neededMebibytes(long mostBytes, MemoryNeed need, Reached reached) {
        double given = (double) mostBytes / MEBIBYTE;
        double estimate = need.mebibytes(reached.whole());
        return rounded(Math.max(estimate, given * MORE));
    }

    private static long rounded(double mebibytes) {
        long step = mebibytes > EXACT_MEBIBYTES ? ROUND_MEBIBYTES : 1;
        return (long) Math.ceil(mebibytes / step - ROUNDING_ERROR) * step;
    }
}
