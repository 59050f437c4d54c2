package org.sipsleuth.call.ledger;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// The first of many in an order, of which no more are kept than wanted.
final class Leading<T> {

    private final Comparator<T> order;
    private final int most;
    private final PriorityQueue<T> kept; // the last of them is its head

    Leading(Comparator<T> order, int most) {
        this.order = order;
        this.most = most;
        kept = new PriorityQueue<>(order.reversed());
    }

    void add(T one) {
        kept.add(one);
        if (kept.size() > most) {
            kept.remove();
        }
    }

    List<T> inOrder() {
        return kept.stream().sorted(order).toList();
    }
}
