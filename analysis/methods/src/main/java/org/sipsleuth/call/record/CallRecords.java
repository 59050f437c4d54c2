package org.sipsleuth.call.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Calls in columns: 25 bytes each. Immutable; any thread.
///
/// Users are numbered in the order of their names, calls are in the order of time, then of their
/// users, length and origin: the order in which they were added makes no difference.
public final class CallRecords {

    private final List<String> users;
    private final int[] callers;
    private final int[] callees;
    private final long[] starts;
    private final int[] talks;
    private final int[] origins;

    private CallRecords(List<String> users, Columns columns) {
        this.users = users;
        callers = columns.callers;
        callees = columns.callees;
        starts = columns.starts;
        talks = columns.talks;
        origins = columns.origins;
    }

    /// The names of the users, in order.
    public List<String> users() {
        return users;
    }

    /// The number of a user, or -1.
    public int user(String name) {
        int found = Collections.binarySearch(users, name);
        return Math.max(-1, found);
    }

    /// How many calls there are.
    public int size() {
        return starts.length;
    }

    /// Who calls, as a number of [#users].
    public int caller(int call) {
        return callers[call];
    }

    /// Who is called, as a number of [#users].
    public int callee(int call) {
        return callees[call];
    }

    /// When it begins, in ns since the epoch.
    public long startNanos(int call) {
        return starts[call];
    }

    /// Whether it is answered.
    public boolean isAnswered(int call) {
        return talks[call] >= 0;
    }

    /// How long they talk, in ms; 0 for a call that is not answered.
    public int talkMillis(int call) {
        return Math.max(0, talks[call]);
    }

    /// Where it comes from: the dialog of a capture, or the line of a table.
    public int origin(int call) {
        return origins[call];
    }

    /// The first call that begins at a time or later.
    public int firstAt(long nanos) {
        int low = 0;
        int high = starts.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (starts[middle] < nanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// When the first call begins, in ns; 0 without calls.
    public long fromNanos() {
        return starts.length == 0 ? 0 : starts[0];
    }

    /// When the last call begins, in ns; 0 without calls.
    public long toNanos() {
        return starts.length == 0 ? 0 : starts[starts.length - 1];
    }

    /// The columns while they grow.
    private static final class Columns {
        private int[] callers;
        private int[] callees;
        private long[] starts;
        private int[] talks;
        private int[] origins;

        Columns(int room) {
            callers = new int[room];
            callees = new int[room];
            starts = new long[room];
            talks = new int[room];
            origins = new int[room];
        }

        void grow(int room) {
            callers = Arrays.copyOf(callers, room);
            callees = Arrays.copyOf(callees, room);
            starts = Arrays.copyOf(starts, room);
            talks = Arrays.copyOf(talks, room);
            origins = Arrays.copyOf(origins, room);
        }
    }

    /// Collects calls in any order. For one thread.
    public static final class Builder {

        private static final int FIRST_ROOM = 1 << 10;
        private static final int NOT_ANSWERED = -1;

        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<String> names = new ArrayList<>();
        private final Columns columns = new Columns(FIRST_ROOM);
        private int size;

        /// Adds a call.
        ///
        /// @param caller who calls: the name of a user
        /// @param callee who is called
        /// @param startNanos when it begins, in ns since the epoch
        /// @param isAnswered whether it is answered
        /// @param talkMillis how long they talk, in ms, 0 or more; if it is answered
        /// @param origin the dialog or line it comes from
        public void add(
                String caller,
                String callee,
                long startNanos,
                boolean isAnswered,
                long talkMillis,
                int origin) {
            if (size == columns.starts.length) {
                columns.grow(2 * size);
            }
            columns.callers[size] = number(caller);
            columns.callees[size] = number(callee);
            columns.starts[size] = startNanos;
            columns.talks[size] =
                    isAnswered
                            ? (int) Math.clamp(talkMillis, 0L, (long) Integer.MAX_VALUE)
                            : NOT_ANSWERED;
            columns.origins[size] = origin;
            size++;
        }

        /// Adds calls of other records, with their origins.
        public void addAll(CallRecords others) {
            for (int call = 0; call < others.size(); call++) {
                add(
                        others.users.get(others.callers[call]),
                        others.users.get(others.callees[call]),
                        others.starts[call],
                        others.isAnswered(call),
                        others.talkMillis(call),
                        others.origins[call]);
            }
        }

        private int number(String name) {
            Integer known = numbers.putIfAbsent(name, names.size());
            if (known != null) {
                return known;
            }
            names.add(name);
            return names.size() - 1;
        }

        /// All calls added.
        public CallRecords build() {
            Integer[] byName = new Integer[names.size()];
            Arrays.setAll(byName, i -> i);
            Arrays.sort(byName, Comparator.comparing(names::get));
            List<String> sorted = Arrays.stream(byName).map(names::get).toList();
            int[] places = new int[byName.length];
            for (int place = 0; place < byName.length; place++) {
                places[byName[place]] = place;
            }
            for (int i = 0; i < size; i++) {
                columns.callers[i] = places[columns.callers[i]];
                columns.callees[i] = places[columns.callees[i]];
            }
            Integer[] order = new Integer[size];
            Arrays.setAll(order, i -> i);
            Arrays.sort(
                    order,
                    Comparator.comparingLong((Integer i) -> columns.starts[i])
                            .thenComparingInt(i -> columns.callers[i])
                            .thenComparingInt(i -> columns.callees[i])
                            .thenComparingInt(i -> columns.talks[i])
                            .thenComparingInt(i -> columns.origins[i]));
            Columns inOrder = new Columns(size);
            for (int i = 0; i < size; i++) {
                int from = order[i];
                inOrder.callers[i] = columns.callers[from];
                inOrder.callees[i] = columns.callees[from];
                inOrder.starts[i] = columns.starts[from];
                inOrder.talks[i] = columns.talks[from];
                inOrder.origins[i] = columns.origins[from];
            }
            return new CallRecords(sorted, inOrder);
        }
    }
}
