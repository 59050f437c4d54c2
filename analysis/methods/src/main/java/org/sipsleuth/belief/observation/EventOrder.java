package org.sipsleuth.belief.observation;

import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.column.MessageTypes;

/// The order in which messages are counted: by time; at the same time requests first, then
/// responses by rising code, then ACKs; of equal ones those without defects first. Whatever is
/// still equal may be counted in any order: no value depends on it.
final class EventOrder {

    private static final int REQUEST = 0;
    private static final int ACK = 2_000;

    private final MessageTable messages;

    EventOrder(MessageTable messages) {
        this.messages = messages;
    }

    /// Puts a part of an array in order. Cost: its length, if it is in order already.
    void sort(int[] order, int from, int to) {
        int at = from + 1;
        while (at < to && compare(order[at - 1], order[at]) <= 0) {
            at++;
        }
        if (at < to) {
            mergeSort(order, new int[to - from], from, to);
        }
    }

    private void mergeSort(int[] order, int[] space, int from, int to) {
        if (to - from < 2) {
            return;
        }
        int middle = (from + to) >>> 1;
        mergeSort(order, space, from, middle);
        mergeSort(order, space, middle, to);
        if (compare(order[middle - 1], order[middle]) <= 0) {
            return;
        }
        int count = middle - from;
        System.arraycopy(order, from, space, 0, count);
        int left = 0;
        int right = middle;
        int put = from;
        while (left < count && right < to) {
            boolean isLeft = compare(space[left], order[right]) <= 0;
            order[put++] = isLeft ? space[left++] : order[right++];
        }
        System.arraycopy(space, left, order, put, count - left);
    }

    private int compare(int first, int second) {
        int byTime = Long.compare(messages.capturedAtNanos(first), messages.capturedAtNanos(second));
        return byTime != 0 ? byTime : Integer.compare(rank(first), rank(second));
    }

    private int rank(int message) {
        int type = messages.type(message);
        int kind = !MessageTypes.isMethod(type) ? type : type == MessageTypes.ACK ? ACK : REQUEST;
        return 2 * kind + (messages.isDefective(message) ? 1 : 0);
    }
}
