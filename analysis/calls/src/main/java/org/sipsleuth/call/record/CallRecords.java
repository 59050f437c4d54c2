package org.sipsleuth.call.record;

import java.util.Collections;
import java.util.List;
import org.sipsleuth.dialog.column.IntColumn;
import org.sipsleuth.dialog.column.LongColumn;

/// Calls in columns: 28 bytes each. Immutable; any thread.
///
/// Users are numbered in the order of their names, calls are in the order of time, then of their
/// users, length and origin: the order in which they were added makes no difference.
public final class CallRecords {

    private final List<String> users;
    private final int[] callers;
    private final int[] callees;
    private final long[] starts;
    private final long[] talks;
    private final int[] origins;

    /// Takes the columns of a builder one after the other, and each from it, so that no more than
    /// one is there twice.
    private CallRecords(List<String> users, Builder from, int[] order) {
        this.users = users;
        callers = Builder.inOrder(from.callers, order);
        from.callers = new IntColumn();
        callees = Builder.inOrder(from.callees, order);
        from.callees = new IntColumn();
        starts = Builder.inOrder(from.starts, order);
        from.starts = new LongColumn();
        talks = Builder.inOrder(from.talks, order);
        from.talks = new LongColumn();
        origins = Builder.inOrder(from.origins, order);
        from.origins = new IntColumn();
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
        return talks[call] != Builder.NOT_ANSWERED;
    }

    /// Whether it is known how long they talk.
    public boolean isTalkKnown(int call) {
        return talks[call] != Builder.NOT_KNOWN;
    }

    /// How long they talk, in ms; 0 for a call that is not answered, or of which that is not known.
    public long talkMillis(int call) {
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

    /// Collects calls in any order. For one thread.
    public static final class Builder {

        private static final long NOT_ANSWERED = -1;
        private static final long NOT_KNOWN = -2;

        private final NameNumbers numbers = new NameNumbers();
        private IntColumn callers = new IntColumn();
        private IntColumn callees = new IntColumn();
        private LongColumn starts = new LongColumn();
        private LongColumn talks = new LongColumn();
        private IntColumn origins = new IntColumn();

        /// Adds a call.
        ///
        /// @param caller who calls: the name of a user
        /// @param callee who is called
        /// @param startNanos when it begins, in ns since the epoch
        /// @param isAnswered whether it is answered
        /// @param talkMillis how long they talk, in ms, if it is answered; below 0 if that is not
        ///     known
        /// @param origin the dialog or line it comes from
        public void add(String caller, String callee, long startNanos, boolean isAnswered, long talkMillis,
                int origin) {
            add(number(caller), number(callee), startNanos, isAnswered, talkMillis, origin);
        }

        /// The same of users that are numbered already.
        ///
        /// @param caller as [#number] gave it
        /// @param callee the same
        void add(int caller, int callee, long startNanos, boolean isAnswered, long talkMillis, int origin) {
            callers.add(caller);
            callees.add(callee);
            starts.add(startNanos);
            talks.add(!isAnswered ? NOT_ANSWERED : talkMillis < 0 ? NOT_KNOWN : talkMillis);
            origins.add(origin);
        }

        /// How many calls were added.
        int size() {
            return starts.size();
        }

        /// States how long they talk in a call that was added as answered.
        ///
        /// @param talkMillis in ms, 0 or more
        void talked(int call, long talkMillis) {
            talks.set(call, talkMillis);
        }

        /// The number of a user for the calls that are added; not that of [CallRecords#users].
        int number(String name) {
            return numbers.of(name);
        }

        /// All calls added. Afterwards this has none.
        public CallRecords build() {
            String[] names = numbers.names();
            int[] byName = RowOrder.of(names.length, (a, b) -> names[a].compareTo(names[b]));
            String[] sorted = new String[names.length];
            int[] places = new int[names.length];
            for (int place = 0; place < places.length; place++) {
                places[byName[place]] = place;
                sorted[place] = names[byName[place]];
            }
            for (int row = 0; row < starts.size(); row++) {
                callers.set(row, places[callers.get(row)]);
                callees.set(row, places[callees.get(row)]);
            }
            return new CallRecords(List.of(sorted), this, RowOrder.of(starts.size(), this::compare));
        }

        private int compare(int one, int other) {
            int byStart = Long.compare(starts.get(one), starts.get(other));
            if (byStart != 0) {
                return byStart;
            }
            int byCaller = compare(callers, one, other);
            if (byCaller != 0) {
                return byCaller;
            }
            int byCallee = compare(callees, one, other);
            if (byCallee != 0) {
                return byCallee;
            }
            int byTalk = Long.compare(talks.get(one), talks.get(other));
            return byTalk != 0 ? byTalk : compare(origins, one, other);
        }

        private static int compare(IntColumn column, int one, int other) {
            return Integer.compare(column.get(one), column.get(other));
        }

        private static int[] inOrder(IntColumn column, int[] order) {
            int[] values = new int[order.length];
            for (int row = 0; row < values.length; row++) {
                values[row] = column.get(order[row]);
            }
            return values;
        }

        private static long[] inOrder(LongColumn column, int[] order) {
            long[] values = new long[order.length];
            for (int row = 0; row < values.length; row++) {
                values[row] = column.get(order[row]);
            }
            return values;
        }
    }
}
