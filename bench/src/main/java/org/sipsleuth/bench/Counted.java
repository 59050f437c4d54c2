package org.sipsleuth.bench;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// What benchmarks count beside their calls. JMH divides each by the time.
public final class Counted {

    private Counted() {}

    /// Frames that were read.
    @State(Scope.Thread)
    @AuxCounters
    public static class Frames {
        public long frames;
    }

    /// SIP messages that were read.
    @State(Scope.Thread)
    @AuxCounters
    public static class Messages {
        public long messages;
    }

    /// How large that was which was read.
    @State(Scope.Thread)
    @AuxCounters
    public static class Volume {
        /// Millions of bytes.
        public double megabytes;

        /// Counts some bytes.
        public void add(long bytes) {
            megabytes += bytes / 1e6;
        }
    }
}
