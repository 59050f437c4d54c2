package org.sipsleuth.capture;

import java.util.LinkedHashMap;
import java.util.Map;

/// A map that keeps so many entries, the latest: of what a capture may name without end.
public final class LatestEntries<K, V> extends LinkedHashMap<K, V> {

    private static final long serialVersionUID = 1L;

    private final int most;

    private LatestEntries(int most, boolean byUse) {
        super(16, 0.75f, byUse);
        this.most = most;
    }

    /// One that keeps the entries that were put last.
    ///
    /// @param most how many it keeps
    public static <K, V> LatestEntries<K, V> lastPut(int most) {
        return new LatestEntries<>(most, false);
    }

    /// One that keeps the entries that were put or asked for last.
    ///
    /// @param most how many it keeps
    public static <K, V> LatestEntries<K, V> lastUsed(int most) {
        return new LatestEntries<>(most, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
    }
}
