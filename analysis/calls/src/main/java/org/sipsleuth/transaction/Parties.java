package org.sipsleuth.transaction;

import org.sipsleuth.dialog.column.KeyedHash;
import org.sipsleuth.dialog.column.LongColumn;
import org.sipsleuth.dialog.column.Slots;

/// Which hosts took part in which dialog: 8 bytes for each dialog, and some for every host beyond
/// its first two. One thread adds; when all are there, any thread asks.
final class Parties {

    /// Host plus one, 0 for nobody.
    private final int[] first;

    private final int[] second;

    private final LongColumn others = new LongColumn();
    private final Slots slots = new Slots();
    private final KeyedHash hash = KeyedHash.random();

    /// @param dialogs how many there are
    Parties(int dialogs) {
        first = new int[dialogs];
        second = new int[dialogs];
    }

    /// A host took part.
    void add(int dialog, int host) {
        if (first[dialog] == 0) {
            first[dialog] = host + 1;
        } else if (first[dialog] != host + 1 && second[dialog] == 0) {
            second[dialog] = host + 1;
        } else if (!contains(dialog, host)) {
            others.add(pair(dialog, host));
            slots.add(others.size() - 1, hash.hash(dialog, host));
        }
    }

    /// Whether no host took part.
    boolean isEmpty(int dialog) {
        return first[dialog] == 0;
    }

    /// Whether a host took part.
    boolean contains(int dialog, int host) {
        if (first[dialog] == host + 1 || second[dialog] == host + 1) {
            return true;
        }
        long pair = pair(dialog, host);
        return others.size() > 0 && slots.find(hash.hash(dialog, host), row -> others.get(row) == pair) >= 0;
    }

    private static long pair(int dialog, int host) {
        return (long) dialog << Integer.SIZE | host;
    }
}
