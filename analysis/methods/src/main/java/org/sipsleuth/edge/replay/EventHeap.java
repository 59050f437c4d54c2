package org.sipsleuth.edge.replay;

import java.util.Arrays;

/// Messages that come later, the earliest first; of the same time in the order of adding.
final class EventHeap {

    private static final int FIRST_CAPACITY = 256;

    private long[] times = new long[FIRST_CAPACITY];
    private long[] orders = new long[FIRST_CAPACITY];
    private int[] messages = new int[FIRST_CAPACITY];
    private boolean[] retries = new boolean[FIRST_CAPACITY];
    private int size;
    private long added;

    void add(long nanos, int message, boolean isRetry) {
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
            orders = Arrays.copyOf(orders, 2 * size);
            messages = Arrays.copyOf(messages, 2 * size);
            retries = Arrays.copyOf(retries, 2 * size);
        }
        set(size, nanos, added++, message, isRetry);
        int place = size++;
        while (place > 0 && isBefore(place, (place - 1) / 2)) {
            swap(place, (place - 1) / 2);
            place = (place - 1) / 2;
        }
    }

    boolean isEmpty() {
        return size == 0;
    }

    /// The time of the first one; [Long#MAX_VALUE] if there is none.
    long firstNanos() {
        return size == 0 ? Long.MAX_VALUE : times[0];
    }

    int firstMessage() {
        return messages[0];
    }

    boolean isFirstRetry() {
        return retries[0];
    }

    void removeFirst() {
        size--;
        set(0, times[size], orders[size], messages[size], retries[size]);
        int place = 0;
        while (2 * place + 1 < size) {
            int child = 2 * place + 1;
            if (child + 1 < size && isBefore(child + 1, child)) {
                child++;
            }
            if (!isBefore(child, place)) {
                return;
            }
            swap(child, place);
            place = child;
        }
    }

    private boolean isBefore(int one, int other) {
        return times[one] != times[other] ? times[one] < times[other] : orders[one] < orders[other];
    }

    private void swap(int one, int other) {
        long time = times[one];
        long order = orders[one];
        int message = messages[one];
        boolean isRetry = retries[one];
        set(one, times[other], orders[other], messages[other], retries[other]);
        set(other, time, order, message, isRetry);
    }

    private void set(int place, long nanos, long order, int message, boolean isRetry) {
        times[place] = nanos;
        orders[place] = order;
        messages[place] = message;
        retries[place] = isRetry;
    }
}
