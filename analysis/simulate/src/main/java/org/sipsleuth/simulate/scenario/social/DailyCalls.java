package org.sipsleuth.simulate.scenario.social;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.sipsleuth.simulate.scenario.social.society.Days;
import org.sipsleuth.truth.MisuseDays;

/// The malicious calls of each day: from few on the first day to the maximum, which then stays.
final class DailyCalls {

    /// The calls of each day on which there are any.
    private final TreeMap<Integer, Long> counts = new TreeMap<>();

    private final int fullDay;

    private DailyCalls(List<Integer> days, long count, int rampDays) {
        double all = sum(days.size(), rampDays);
        long done = 0;
        for (int i = 0; i < days.size(); i++) {
            long until = Math.round(count * (sum(i + 1, rampDays) / all));
            if (until > done) {
                counts.put(days.get(i), until - done);
            }
            done = until;
        }
        int full = days.get(Math.min(rampDays, days.size() - 1));
        fullDay = counts.isEmpty() ? full : Math.max(full, counts.firstKey());
    }

    /// The calls of the first days, in units of the maximum per day.
    private static double sum(int days, int rampDays) {
        double sum = 0;
        for (int i = 0; i < days; i++) {
            sum += Math.min(1, (i + 1.0) / (rampDays + 1));
        }
        return sum;
    }

    /// Distributes the calls of a row over its days; those of a weekend only if there are no
    /// others.
    ///
    /// @param first the first day
    /// @param lasts how many days there are
    /// @param count all calls
    /// @param rampDays days with fewer calls before the maximum
    static DailyCalls of(Injection row, Days days, int first, int lasts, long count, int rampDays) {
        List<Integer> all = IntStream.range(first, first + lasts).boxed().toList();
        List<Integer> working = new ArrayList<>(all);
        if (!row.weekends()) {
            working.removeIf(days::isWeekend);
        }
        return new DailyCalls(working.isEmpty() ? all : working, count, rampDays);
    }

    /// All days with calls, in order.
    List<Integer> days() {
        return List.copyOf(counts.keySet());
    }

    long count(int day) {
        return counts.getOrDefault(day, 0L);
    }

    /// The first day; that of the maximum if there are no calls.
    int firstDay() {
        return counts.isEmpty() ? fullDay : counts.firstKey();
    }

    MisuseDays dates(Days days) {
        int last = counts.isEmpty() ? fullDay : Math.max(fullDay, counts.lastKey());
        return new MisuseDays(days.date(firstDay()), days.date(fullDay), days.date(last));
    }
}
