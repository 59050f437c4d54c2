package org.sipsleuth.filter.syntax;

/// Some bytes of a value. Negative offsets count from its end.
///
/// @param from the offset of the first byte
/// @param extent how [#until] is meant
/// @param until the length, or the offset of the last byte; 0 where absent
public record SliceRange(int from, Extent extent, int until) {

    /// How the end is written.
    public enum Extent {
        /// `[i:j]`: j bytes.
        LENGTH,
        /// `[i-j]`: to the byte j, which belongs to it.
        LAST,
        /// `[i:]`: all that follows.
        REST
    }

    /// As it is between the brackets.
    String text() {
        return switch (extent) {
            case LENGTH -> from + ":" + until;
            case LAST -> from + "-" + until;
            case REST -> from + ":";
        };
    }
}
