package org.sipsleuth.simulate.mutation;

import java.util.List;

/// A part of a written message that a rule can break.
///
/// @param name what it is: `Via`, `From URI`, `c= line`
/// @param kind what can be broken in it
/// @param from its first byte
/// @param to the byte after its last one
record Place(String name, Kind kind, int from, int to) {

    /// What a place is made of.
    enum Kind {
        /// A whole header field or line of a body, its line end included.
        LINE,
        /// The name of a header field.
        NAME,
        /// A value of any kind.
        VALUE,
        /// A number.
        NUMBER,
        /// A URI.
        URI,
        /// The line end of a header field.
        END,
        /// Text between quotation marks, these included.
        QUOTED,
        METHOD,
        VERSION
    }

    static final List<Kind> ANY_TEXT =
            List.of(Kind.NAME, Kind.VALUE, Kind.URI, Kind.QUOTED, Kind.METHOD, Kind.VERSION);
}
