package org.sipsleuth.social.detection;

import java.time.ZoneOffset;
import java.util.Locale;
import org.sipsleuth.social.feature.Periods;

/// The periods by which users are compared.
enum PeriodUnit {
    /// One after the other, in UTC.
    DAY,
    /// Seven days, one from each day on.
    WEEK;

    /// From so many days on, captures are compared by weeks.
    static final int DAYS_OF_WEEKS = 14;

    /// The periods of a time, in ns since the epoch.
    Periods of(long firstNanos, long lastNanos) {
        return this == DAY
                ? Periods.of(firstNanos, lastNanos, 1, ZoneOffset.UTC)
                : Periods.slidingWeeks(firstNanos, lastNanos, ZoneOffset.UTC);
    }

    /// Whether a time is long enough for them, in ns.
    boolean fits(long firstNanos, long lastNanos) {
        return this == DAY || DAY.of(firstNanos, lastNanos).count() >= DAYS_OF_WEEKS;
    }

    /// The word in model files.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
