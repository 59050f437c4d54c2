package org.sipsleuth.social.feature;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.sipsleuth.call.record.CallRecords;
import org.sipsleuth.call.record.UserCalls;
import org.sipsleuth.run.RunMonitor;

/// The features of users in periods: a row for each user and each period in which it has calls.
/// Immutable.
public final class FeatureTable {

    private static final int EVENING = 20;
    private static final int MORNING = 7;
    private static final int SLICE = 256;
    private static final double MILLIS_IN_SECOND = 1_000;
    private static final double MILLIS_IN_MINUTE = 60_000;

    private final Periods periods;
    private final List<Row> rows;

    private FeatureTable(Periods periods, List<Row> rows) {
        this.periods = periods;
        this.rows = rows;
    }

    /// What a user does in a period. Immutable.
    public static final class Row {

        private final int user;
        private final int period;
        private final int calls;
        private final double[] values;

        private Row(int user, int period, int calls, double[] values) {
            this.user = user;
            this.period = period;
            this.calls = calls;
            this.values = values;
        }

        /// The user, as a number of the records' users.
        public int user() {
            return user;
        }

        /// The period, from 0.
        public int period() {
            return period;
        }

        /// How many calls the user makes and receives in it.
        public int calls() {
            return calls;
        }

        /// The value of a feature.
        public double of(Feature feature) {
            return values[place(feature)];
        }

        /// Whether a feature says anything of the user: nothing is a share of no calls made, and none that
        /// was answered has no length. Its value is 0 then.
        public boolean isKnown(Feature feature) {
            return switch (feature) {
                case SOCIALITY, ANSWERED, NEW_CALLEES, OFF_HOURS, RECIPROCITY -> of(Feature.CALLS_MADE) > 0;
                case TALK_SECONDS -> of(Feature.ANSWERED) > 0;
                case INTERACTIVITY, ACTIVE_DAYS, DYNAMICITY, CALLS_MADE, CALLS_RECEIVED, MINUTES -> true;
            };
        }

        private static int place(Feature feature) {
            return FEATURES.indexOf(feature);
        }
    }

    private static final List<Feature> FEATURES = List.of(Feature.values());

    /// Those of some users.
    ///
    /// @param users as numbers of the records' users, each once; they are the group whose size
    ///     dynamicity is a share of
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static FeatureTable of(CallRecords records, UserCalls calls, List<Integer> users, Periods periods,
            RunMonitor monitor) {
        return of(records, calls, users, periods, users.size(), monitor);
    }

    /// The same of a part of a group.
    ///
    /// @param group how many users the group has, which dynamicity is a share of
    public static FeatureTable of(CallRecords records, UserCalls calls, List<Integer> users, Periods periods, int group,
            RunMonitor monitor) {
        List<List<Row>> slices =
                IntStream.rangeClosed(0, Math.max(0, users.size() - 1) / SLICE).parallel().mapToObj(slice -> {
                    monitor.throwIfCancelled();
                    List<Row> rows = new ArrayList<>();
                    int to = Math.min(users.size(), (slice + 1) * SLICE);
                    for (int user : users.subList(slice * SLICE, to)) {
                        new Reader(records, calls, user, periods, group).addTo(rows);
                    }
                    return rows;
                }).toList();
        return new FeatureTable(periods, slices.stream().flatMap(List::stream).toList());
    }

    /// The periods.
    public Periods periods() {
        return periods;
    }

    /// All rows: by user in the order they were given, then by period.
    public List<Row> rows() {
        return rows;
    }

    /// Reads the calls of one user in the order of time.
    private static final class Reader {

        private final CallRecords records;
        private final UserCalls calls;
        private final int user;
        private final Periods periods;
        private final int group;
        private final BitSet firstCalls = new BitSet(); // to somebody never called before
        private final Set<Integer> callees = new HashSet<>();
        private final Set<Integer> callers = new HashSet<>();
        private int made;
        private int received;
        private int answered;
        private int toNew;
        private int offHours;
        private int days;
        private int lastDay = -1;
        private long[] talks = new long[8];

        Reader(CallRecords records, UserCalls calls, int user, Periods periods, int group) {
            this.records = records;
            this.calls = calls;
            this.user = user;
            this.periods = periods;
            this.group = group;
            Set<Integer> called = new HashSet<>();
            for (int place = 0; place < calls.count(user); place++) {
                int call = calls.call(user, place);
                boolean isMade = records.caller(call) == user;
                firstCalls.set(place, isMade && called.add(records.callee(call)));
            }
        }

        void addTo(List<Row> rows) {
            UserPeriods.visit(records, calls, user, periods, (period, first, end) -> {
                begin();
                for (int place = first; place < end; place++) {
                    add(place);
                }
                rows.add(row(period));
            });
        }

        private void begin() {
            callees.clear();
            callers.clear();
            made = 0;
            received = 0;
            answered = 0;
            toNew = 0;
            offHours = 0;
            days = 0;
            lastDay = -1;
        }

        private void add(int place) {
            int call = calls.call(user, place);
            long at = records.startNanos(call);
            int day = periods.day(at);
            days += day == lastDay ? 0 : 1;
            lastDay = day;
            if (records.caller(call) != user) {
                received++;
                callers.add(records.caller(call));
                return;
            }
            made++;
            callees.add(records.callee(call));
            toNew += firstCalls.get(place) ? 1 : 0;
            offHours += isOffHours(at) ? 1 : 0;
            if (records.isAnswered(call)) {
                if (answered == talks.length) {
                    talks = Arrays.copyOf(talks, 2 * answered);
                }
                talks[answered++] = records.talkMillis(call);
            }
        }

        private boolean isOffHours(long nanos) {
            OffsetDateTime time = Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L)).atOffset(periods.zone());
            return time.getHour() >= EVENING || time.getHour() < MORNING || time.getDayOfWeek() == DayOfWeek.SATURDAY
                    || time.getDayOfWeek() == DayOfWeek.SUNDAY;
        }

        private Row row(int period) {
            double[] values = new double[FEATURES.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = value(FEATURES.get(i));
            }
            return new Row(user, period, made + received, values);
        }

        private double value(Feature feature) {
            return switch (feature) {
                case INTERACTIVITY -> (double) made / Math.max(1, received);
                case ACTIVE_DAYS -> (double) days / periods.days();
                case SOCIALITY -> share(callees.size());
                case DYNAMICITY -> Math.min(1, (double) callees.size() / Math.max(1, group));
                case CALLS_MADE -> (double) made / days;
                case CALLS_RECEIVED -> (double) received / days;
                case ANSWERED -> share(answered);
                case TALK_SECONDS -> median() / MILLIS_IN_SECOND;
                case MINUTES -> minutes() / days;
                case NEW_CALLEES -> share(toNew);
                case OFF_HOURS -> share(offHours);
                case RECIPROCITY -> callees.isEmpty() ? 0
                        : (double) callees.stream().filter(callers::contains).count() / callees.size();
            };
        }

        private double share(int of) {
            return made == 0 ? 0 : (double) of / made;
        }

        private double median() {
            if (answered == 0) {
                return 0;
            }
            Arrays.sort(talks, 0, answered);
            int middle = answered / 2;
            return answered % 2 == 1 ? talks[middle] : (talks[middle - 1] + (double) talks[middle]) / 2;
        }

        private double minutes() {
            double sum = 0;
            for (int i = 0; i < answered; i++) {
                sum += talks[i];
            }
            return sum / MILLIS_IN_MINUTE;
        }
    }
}
