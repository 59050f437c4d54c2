package org.sipsleuth.view.edge.time;

import java.util.List;
import org.sipsleuth.edge.replay.Timeline;
import org.sipsleuth.edge.traffic.MessageClass;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.view.edge.run.Comparison;

/// A quantity over time, with and without protection.
///
/// @param comparison the replays
/// @param incidents whose times are marked
record Courses(Comparison comparison, List<Incident> incidents) {

    /// What is measured.
    enum Lane {
        /// Messages that wait, at most.
        QUEUE,
        /// The 95 % quantile of the waiting time, in seconds.
        WAIT,
        /// Legitimate messages that are discarded, per second.
        DROPS
    }

    /// Takes a copy.
    Courses {
        incidents = List.copyOf(incidents);
    }

    /// The intervals; the same in all replays.
    Timeline intervals() {
        return comparison.with().timeline();
    }

    /// The value with protection.
    double with(Lane lane, int interval) {
        return value(comparison.with().timeline(), lane, interval);
    }

    /// The value without.
    double without(Lane lane, int interval) {
        return value(comparison.band().without().timeline(), lane, interval);
    }

    /// The lower end of the band.
    double low(Lane lane, int interval) {
        return Math.min(
                with(lane, interval),
                Math.min(
                        value(comparison.band().fast().timeline(), lane, interval),
                        value(comparison.band().slow().timeline(), lane, interval)));
    }

    /// The upper end of the band.
    double high(Lane lane, int interval) {
        return Math.max(
                with(lane, interval),
                Math.max(
                        value(comparison.band().fast().timeline(), lane, interval),
                        value(comparison.band().slow().timeline(), lane, interval)));
    }

    /// The highest value of all.
    double highest(Lane lane) {
        double highest = 0;
        for (int interval = 0; interval < intervals().size(); interval++) {
            highest = Math.max(highest, Math.max(high(lane, interval), without(lane, interval)));
        }
        return highest;
    }

    private static double value(Timeline its, Lane lane, int interval) {
        return switch (lane) {
            case QUEUE -> its.longestQueue(interval);
            case WAIT -> its.waitSeconds(interval);
            case DROPS -> its.droppedPerSecond(interval, MessageClass.LEGITIMATE);
        };
    }
}
