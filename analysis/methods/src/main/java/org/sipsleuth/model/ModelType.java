package org.sipsleuth.model;

import java.util.Set;

/// Which method a model belongs to.
///
/// @param kind the name of the method, as on the command line: `sequence`
/// @param version of what models of this kind hold, from 1; raised when they come to hold something
///     else, so that an older program refuses them
public record ModelType(String kind, int version) {

    /// All methods that have models.
    public static final Set<String> KINDS =
            Set.of("sequence", "flood", "ngram", "belief", "social");

    /// @throws IllegalArgumentException if there is no such method, or no such version of it
    public ModelType {
        if (!KINDS.contains(kind)) {
            throw new IllegalArgumentException("there is no method of this name");
        }
        if (version < 1) {
            throw new IllegalArgumentException("versions begin at 1");
        }
    }
}
