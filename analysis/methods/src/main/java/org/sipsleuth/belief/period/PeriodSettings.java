package org.sipsleuth.belief.period;

import java.time.Duration;

/// When a period ends. Messages of the same time always belong to the same period.
public sealed interface PeriodSettings {

    /// After so many messages of a source.
    ///
    /// @param messages at least 1
    record ByCount(int messages) implements PeriodSettings {
        /// @throws IllegalArgumentException if there is none
        public ByCount {
            if (messages < 1) {
                throw new IllegalArgumentException("a period has at least one message");
            }
        }
    }

    /// After so much time; the first periods of all sources begin with the capture's first message.
    ///
    /// @param length at least a millisecond
    record ByTime(Duration length) implements PeriodSettings {
        /// @throws IllegalArgumentException if it is shorter, or longer than 100,000 days
        public ByTime {
            if (length.compareTo(Duration.ofMillis(1)) < 0 || length.compareTo(Duration.ofDays(100_000)) > 0) {
                throw new IllegalArgumentException("a period lasts a millisecond to 100000 days, not " + length);
            }
        }
    }

    /// After so many messages of a source or so much time, whichever comes first: so a period of a
    /// busy source is full, and one of a quiet source lasts long, which distinguishes them.
    ///
    /// @param count how many messages
    /// @param time how long
    record ByCountOrTime(ByCount count, ByTime time) implements PeriodSettings {}

    /// After so many messages of a source; or after some time, once there are enough messages to
    /// conclude something; or after a long time whatever there is. So a source that sends a request
    /// every few minutes fills a period too.
    ///
    /// @param both how many messages, and how long
    /// @param least with fewer messages a period goes on beyond its time
    /// @param longest but no longer than that
    record Adaptive(ByCountOrTime both, int least, Duration longest) implements PeriodSettings {
        /// @throws IllegalArgumentException if the numbers contradict each other
        public Adaptive {
            if (least < 1 || least > both.count().messages()) {
                throw new IllegalArgumentException("the least messages of a period are 1 to its most, not " + least);
            }
            if (longest.compareTo(both.time().length()) < 0) {
                throw new IllegalArgumentException("the longest time of a period is not below its usual time");
            }
        }
    }

    /// With the capture.
    record Whole() implements PeriodSettings {}
}
