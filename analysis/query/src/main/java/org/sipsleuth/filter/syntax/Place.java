package org.sipsleuth.filter.syntax;

import org.jspecify.annotations.Nullable;

/// Where something is in the text of a filter. Equal to every other place, so that expressions are
/// equal when they say the same.
///
/// @param from the first character, from 0
/// @param to behind the last character
public record Place(int from, int to) {

    /// From the beginning of this to the end of the other.
    public Place to(Place other) {
        return new Place(from, other.to);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Place;
    }

    @Override
    public int hashCode() {
        return 0;
    }
}
