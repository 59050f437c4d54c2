package org.sipsleuth.dialog.leg.fact;

import java.nio.charset.StandardCharsets;
import org.sipsleuth.dialog.column.KeyedHash;

/// Maps texts to numbers that are equal if and only if the texts are.
///
/// The numbers have another key on every run, so that nobody can construct two texts that are
/// treated as one; by chance that happens once in 2⁶³ pairs. No result depends on the key. Used by
/// any thread.
public final class Keys {

    /// Represents no text.
    public static final long NONE = 0;

    private final KeyedHash hash;

    /// Those of this run.
    public Keys() {
        this(KeyedHash.random());
    }

    private Keys(KeyedHash hash) {
        this.hash = hash;
    }

    /// The same on every run, for what is stored and checked by other means: somebody can construct
    /// texts that share a number.
    public static Keys fixed() {
        return new Keys(KeyedHash.fixed());
    }

    /// The number of a text; [#NONE] of an empty one.
    public long of(String text) {
        if (text.isEmpty()) {
            return NONE;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        long key = hash.hash(bytes, 0, bytes.length);
        return key == NONE ? 1 : key;
    }
}
