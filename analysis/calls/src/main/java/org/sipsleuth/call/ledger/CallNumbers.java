package org.sipsleuth.call.ledger;

import java.util.Objects;

/// The calls of a row in the order of time, as numbers of the records: 4 bytes each. Immutable.
public final class CallNumbers {

    private final int[] all; // shared by all rows of a ledger
    private final int from;
    private final int size;

    CallNumbers(int[] all, int from, int size) {
        this.all = all;
        this.from = from;
        this.size = size;
    }

    /// How many there are.
    public int size() {
        return size;
    }

    /// A call, as a number of the records.
    ///
    /// @param place from 0
    public int get(int place) {
        return all[from + Objects.checkIndex(place, size)];
    }
}
