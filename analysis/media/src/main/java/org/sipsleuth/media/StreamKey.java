package org.sipsleuth.media;

import java.util.Comparator;

/// The key that identifies a stream. Comparable, so that keys made to have the same hash do
/// not slow tables down.
record StreamKey(MediaKind kind, MediaPoint source, MediaPoint destination, long ssrc)
        implements Comparable<StreamKey> {

    private static final Comparator<StreamKey> ORDER = Comparator.comparingLong(StreamKey::ssrc)
            .thenComparing(StreamKey::source)
            .thenComparing(StreamKey::destination)
            .thenComparing(StreamKey::kind);

    @Override
    public int compareTo(StreamKey other) {
        return ORDER.compare(this, other);
    }
}
