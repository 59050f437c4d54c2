package org.sipsleuth.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sipsleuth.dialog.column.KeyedHash;
import org.sipsleuth.dialog.column.NamePool;
import org.sipsleuth.dialog.column.Slots;

/// Keys that were made to fall into the same place of a table.
class CollisionTest {

    private static final int WORDS = 14;

    /// Names that all have the same hash in Java: `Aa` and `BB` do.
    private static List<byte[]> colliding() {
        List<byte[]> names = new ArrayList<>();
        for (int i = 0; i < 1 << WORDS; i++) {
            StringBuilder name = new StringBuilder();
            for (int bit = 0; bit < WORDS; bit++) {
                name.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            names.add(name.toString().getBytes(StandardCharsets.US_ASCII));
        }
        return names;
    }

    @Test
    void namesThatCollideElsewhereDoNotCollideHere() {
        List<byte[]> names = colliding();
        int one = new String(names.getFirst(), StandardCharsets.US_ASCII).hashCode();
        int last = new String(names.getLast(), StandardCharsets.US_ASCII).hashCode();
        assertEquals(one, last);
        KeyedHash hash = KeyedHash.random();
        Slots slots = new Slots();
        int[] looks = {0};
        for (int i = 0; i < names.size(); i++) {
            long key = hash.hash(names.get(i), 0, 2 * WORDS);
            slots.find(key, _ -> looks[0]++ < 0);
            slots.add(i, key);
        }
        assertTrue(looks[0] < 10, () -> "names compared in vain: " + looks[0]);
        NamePool pool = new NamePool();
        names.forEach(name -> pool.intern(name, 0, name.length));
        assertEquals(names.size(), pool.size());
    }

    @Test
    void hashesAreOtherOnesOnEveryRun() {
        byte[] name = {1, 2, 3};
        long first = KeyedHash.random().hash(name, 0, 3);
        long second = KeyedHash.random().hash(name, 0, 3);
        assertTrue(first != second);
    }
}
