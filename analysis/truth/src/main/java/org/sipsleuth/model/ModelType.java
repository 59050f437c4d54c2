package org.sipsleuth.model;

import java.util.regex.Pattern;

/// Which method a model belongs to. Whether the program has that method, its registry decides.
///
/// @param kind the name of the method, as on the command line: `sequence`
/// @param version of what models of this kind hold, from 1; raised when they come to hold something
///     else, so that an older program refuses them
public record ModelType(String kind, int version) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    /// @throws IllegalArgumentException if no method can have this name, or no model this version
    public ModelType {
        if (!isName(kind)) {
            throw new IllegalArgumentException("the name of a method has 1 to 40 of a-z, 0-9 and -, a letter first");
        }
        if (version < 1) {
            throw new IllegalArgumentException("versions begin at 1");
        }
    }

    /// Whether a method can have this name.
    static boolean isName(String kind) {
        return NAME.matcher(kind).matches();
    }
}
