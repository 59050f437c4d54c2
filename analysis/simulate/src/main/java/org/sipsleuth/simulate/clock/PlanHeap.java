package org.sipsleuth.simulate.clock;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.simulate.clock.Timeline.Plan;

/// A priority queue of plans by time: a heap with four children per node, half as high as a binary
/// one.
final class PlanHeap {

    private static final int CHILDREN = 4;
    private static final int FIRST_ROOM = 1024;

    private @Nullable Plan[] plans = new Plan[FIRST_ROOM];
    private int size;

    /// The earliest, or null.
    @Nullable
    Plan first() {
        return plans[0];
    }

    void add(Plan plan) {
        if (size == plans.length) {
            plans = Arrays.copyOf(plans, 2 * size);
        }
        int at = size++;
        while (at > 0) {
            int above = (at - 1) / CHILDREN;
            Plan parent = plan(above);
            if (!plan.isBefore(parent)) {
                break;
            }
            plans[at] = parent;
            at = above;
        }
        plans[at] = plan;
    }

    /// Removes the earliest; null if empty.
    @Nullable
    Plan poll() {
        if (size == 0) {
            return null;
        }
        Plan first = plan(0);
        Plan last = plan(--size);
        plans[size] = null;
        if (size > 0) {
            sink(last);
        }
        return first;
    }

    private void sink(Plan plan) {
        int at = 0;
        int child = 1;
        while (child < size) {
            int least = child;
            int end = Math.min(child + CHILDREN, size);
            for (int i = child + 1; i < end; i++) {
                if (plan(i).isBefore(plan(least))) {
                    least = i;
                }
            }
            Plan earliest = plan(least);
            if (!earliest.isBefore(plan)) {
                break;
            }
            plans[at] = earliest;
            at = least;
            child = CHILDREN * at + 1;
        }
        plans[at] = plan;
    }

    @SuppressWarnings("NullAway") // all below `size` are there
    private Plan plan(int at) {
        return plans[at];
    }
}
