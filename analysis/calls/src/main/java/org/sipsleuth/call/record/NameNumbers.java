package org.sipsleuth.call.record;

import java.util.ArrayList;
import java.util.List;

/// Numbers names in the order in which they come: some 90 bytes for each. For one thread.
final class NameNumbers {

    private static final int FIRST_ROOM = 1 << 10;
    private static final int SPREAD = 0x9E37_79B9; // hashes of numbers differ in few bits

    private final List<String> names = new ArrayList<>();

    /// The numbers, each more by one, at the places of their hashes or behind; two thirds
    /// are in use at most.
    private int[] places = new int[FIRST_ROOM];

    /// The number of a name.
    int of(String name) {
        int mask = places.length - 1;
        int place = place(name, mask);
        while (places[place] != 0) {
            if (names.get(places[place] - 1).equals(name)) {
                return places[place] - 1;
            }
            place = (place + 1) & mask;
        }
        names.add(name);
        places[place] = names.size();
        if (3L * names.size() > 2L * places.length) {
            grow();
        }
        return names.size() - 1;
    }

    private static int place(String name, int mask) {
        int mixed = name.hashCode() * SPREAD;
        return (mixed ^ (mixed >>> 15)) & mask;
    }

    private void grow() {
        int[] larger = new int[2 * places.length];
        int mask = larger.length - 1;
        for (int number = 0; number < names.size(); number++) {
            int place = place(names.get(number), mask);
            while (larger[place] != 0) {
                place = (place + 1) & mask;
            }
            larger[place] = number + 1;
        }
        places = larger;
    }

    /// The names, by number. No name can be numbered any more.
    String[] names() {
        String[] all = names.toArray(String[]::new);
        names.clear();
        places = new int[FIRST_ROOM];
        return all;
    }
}
