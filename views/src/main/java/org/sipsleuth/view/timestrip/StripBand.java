package org.sipsleuth.view.timestrip;

import org.sipsleuth.finding.Severity;
import org.sipsleuth.view.ui.StageStyle;

/// A stage of an incident under the bars.
///
/// @param incident the incident's id
/// @param title of the incident, as text for the screen
/// @param severity of the incident
/// @param stage which of its stages, from 0
/// @param style its colour
/// @param word its word
/// @param fromNanos when it began, in ns since the epoch
/// @param toNanos when it ended
/// @param tip what it is, in words
public record StripBand(
        String incident,
        String title,
        Severity severity,
        int stage,
        StageStyle style,
        String word,
        long fromNanos,
        long toNanos,
        String tip) {}
