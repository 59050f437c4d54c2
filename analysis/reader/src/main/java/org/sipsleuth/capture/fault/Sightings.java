package org.sipsleuth.capture.fault;

import java.util.List;
import org.sipsleuth.capture.FrameNumber;

/// How often the same was captured in a file, and when.
///
/// @param count how many times
/// @param firstNanos when first, in ns since the epoch
/// @param lastNanos when last
/// @param frames the first frames of them, at most [#MOST_FRAMES]
public record Sightings(long count, long firstNanos, long lastNanos, List<FrameNumber> frames) {

    /// None yet.
    public static final Sightings NONE = new Sightings(0, 0, 0, List.of());

    /// More frames are only counted.
    public static final int MOST_FRAMES = 10;

    public Sightings {
        frames = List.copyOf(frames);
    }
}
