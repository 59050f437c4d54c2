package org.sipsleuth.view.timestrip;

import org.sipsleuth.sentence.Severity;
import org.sipsleuth.truth.TrafficClass;
import org.sipsleuth.view.ui.StageStyle;

/// A span of time under the bars.
public sealed interface StripBand {

    /// Its word, as text for the screen.
    String word();

    /// When it began, in ns since the epoch.
    long fromNanos();

    /// When it ended, in ns since the epoch.
    long toNanos();

    /// What it is, in words.
    String tip();

    /// A stage of an incident.
    ///
    /// @param incident the incident's id
    /// @param title of the incident, as text for the screen
    /// @param severity of the incident
    /// @param stage which of its stages, from 0
    /// @param style its colour
    record Stage(String incident, String title, Severity severity, int stage, StageStyle style, String word,
            long fromNanos, long toNanos, String tip) implements StripBand {}

    /// An attack of the ground truth.
    ///
    /// @param attack its place among the attacks of the ground truth, from 0
    /// @param trafficClass its colour
    record Attack(int attack, TrafficClass trafficClass, String word, long fromNanos, long toNanos, String tip)
            implements StripBand {}

    /// A time range that a question of a lab that is handed in asked for, or the one that was answered.
    ///
    /// @param question its id
    /// @param isTrue whether it is the right one
    record MarkedRange(String question, boolean isTrue, String word, long fromNanos, long toNanos, String tip)
            implements StripBand {}
}
