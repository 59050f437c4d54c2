package org.sipsleuth.edge.station;

import java.util.Arrays;

/// A first-in, first-out queue of numbers.
final class IntQueue {

    private static final int FIRST_CAPACITY = 64;

    private int[] ring = new int[FIRST_CAPACITY];
    private int head;
    private int size;

    void add(int number) {
        if (size == ring.length) {
            int[] larger = Arrays.copyOf(ring, 2 * size);
            System.arraycopy(ring, 0, larger, size, head); // the part before the head moves behind
            ring = larger;
        }
        ring[(head + size) % ring.length] = number;
        size++;
    }

    int remove() {
        int first = ring[head];
        head = (head + 1) % ring.length;
        size--;
        return first;
    }

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }
}
