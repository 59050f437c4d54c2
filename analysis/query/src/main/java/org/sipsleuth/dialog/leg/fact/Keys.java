package org.sipsleuth.dialog.leg.fact;

import java.nio.charset.StandardCharsets;
import org.sipsleuth.dialog.column.KeyedHash;

/// Stands for texts by numbers that are the same where the texts are.
///
/// The numbers are keyed anew on every run, so that nobody can write two texts that are taken for
/// one; by chance that happens once in 2⁶³ pairs. No result depends on the key. Used by any thread.
public final class Keys {

    /// Stands for no text.
    public static final long NONE = 0;

    private final KeyedHash hash = KeyedHash.random();

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
