package org.sipsleuth.search;

import org.sipsleuth.filter.regex.BytePattern;
import org.sipsleuth.filter.regex.PlaceFinder;
import org.sipsleuth.filter.regex.Searcher;

/// Finds the matches of a regular expression. Cost: linear in the bytes to detect whether there is
/// one, that of [PlaceFinder] to locate it.
final class RegexFinder implements ByteFinder {

    private final Searcher searcher;
    private final PlaceFinder places;
    private final boolean matchesNothing;

    RegexFinder(BytePattern pattern) {
        searcher = pattern.searcher();
        places = pattern.places();
        matchesNothing = pattern.matchesNothing();
    }

    @Override
    public boolean isIn(byte[] bytes) {
        return matchesNothing ? next(bytes, 0) != NONE : searcher.find(bytes, 0, bytes.length);
    }

    @Override
    public long next(byte[] bytes, int from) {
        if (from == 0 && !searcher.find(bytes, 0, bytes.length)) {
            return NONE;
        }
        long place = places.next(bytes, from);
        if (place == PlaceFinder.NONE && from == 0 && places.isTired() && !matchesNothing) {
            return ByteFinder.range(0, bytes.length); // it is in there; where, would take too long
        }
        return place;
    }
}
