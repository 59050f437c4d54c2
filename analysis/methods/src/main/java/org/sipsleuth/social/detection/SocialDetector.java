package org.sipsleuth.social.detection;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.sipsleuth.call.record.CallRecords;
import org.sipsleuth.call.record.CapturedCalls;
import org.sipsleuth.call.record.UserCalls;
import org.sipsleuth.call.record.UserNames;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detector;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Origin;
import org.sipsleuth.model.ModelIdentity;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.social.cluster.Scaling;
import org.sipsleuth.social.detection.FlaggedCalls.Side;
import org.sipsleuth.social.feature.CallCounts;
import org.sipsleuth.social.feature.Feature;
import org.sipsleuth.social.feature.FeatureTable;
import org.sipsleuth.social.feature.Periods;
import org.sipsleuth.social.flag.FlaggedUser;
import org.sipsleuth.transaction.Call;
import org.sipsleuth.transaction.TransactionTable;

/// Flags users whose periods lie farther from those of usual users than chance explains; by a model
/// of another network, which says nothing about chance, those with many more calls than others
/// whose periods lie outside the border of what is usual. Calls that a server or a trunk brings in are none: one name
/// there may stand for many people.
final class SocialDetector implements Detector {

    /// Farther above the median, in distances of the quartiles, is many.
    private static final double MANY = 3;

    /// With so many periods of users who make, or receive, many calls a capture has a usual number
    /// of its own.
    private static final int OWN_GROUP = 20;

    /// Where a larger share of those who are judged is flagged, the model does not fit.
    private static final double MOST_FLAGGED = 0.1;

    /// The same, where the users may be those that were learned.
    private static final double MOST_FLAGGED_AT_HOME = 0.3;

    /// So few say nothing about the model.
    private static final int FEW = 3;

    private final SocialModel model;

    SocialDetector(SocialModel model) {
        this.model = model;
    }

    @Override
    public String name() {
        return SocialModel.KIND;
    }

    @Override
    public ModelIdentity model() {
        return model.identity();
    }

    @Override
    public SocialDetection detect(SipIndex index, RunMonitor monitor) {
        monitor.progress(new Progress(SocialMethod.TEXTS.text("stage"), 0, -1));
        Origin origin = new Origin(SocialModel.KIND, model.identity());
        if (model.isLearnedFrom(index)) {
            return new SocialDetection(index, origin,
                    SocialFlags.none(List.of(SocialMethod.TEXTS.sentence("own.capture"))));
        }
        TransactionTable transactions = TransactionTable.of(index, monitor);
        HostRoles roles = HostRoles.of(transactions);
        CallRecords records = CapturedCalls.of(transactions, UserNames.AS_WRITTEN, call -> isOfUser(call, roles));
        return new SocialDetection(index, origin, flags(records, true, monitor));
    }

    /// The flagged users of tables of call records.
    ///
    /// @param tables how many calls each has, by the name of its file without its folder
    SocialFlags flags(CallRecords records, Map<String, Long> tables, RunMonitor monitor) {
        return model.isLearnedFrom(tables) ? SocialFlags.none(List.of(SocialMethod.TEXTS.sentence("own.table")))
                : flags(records, false, monitor);
    }

    /// The flagged users of call records.
    ///
    /// @param areDialogs whether the records stand for dialogs, which findings cite
    private SocialFlags flags(CallRecords records, boolean areDialogs, RunMonitor monitor) {
        UserCalls calls = UserCalls.of(records);
        int[] users = IntStream.range(0, records.users().size())
                .filter(user -> calls.count(user) >= SocialModel.FEWEST_CALLS)
                .toArray();
        Origin origin = new Origin(SocialModel.KIND, model.identity());
        if (users.length == 0) {
            List<Sentence> few = records.size() == 0 ? List.of()
                    : List.of(SocialMethod.TEXTS.sentence("too.few", Sentence.count(SocialModel.FEWEST_CALLS)));
            return SocialFlags.none(few);
        }
        PeriodUnit unit = model.unitFor(records.fromNanos(), records.toNanos());
        Periods periods = unit.of(records.fromNanos(), records.toNanos());
        UsualUsers usual = model.unit(unit).orElseThrow();
        Busy busy = new Busy(usual);
        CallCounts counts = new CallCounts(records, calls, periods);
        for (int user : users) {
            monitor.throwIfCancelled();
            busy.add(user, counts);
        }
        Judged judged = usual.neighbours().isPresent()
                ? unlikeNeighbours(new Calls(records, calls, periods), usual, busy, monitor)
                : outsideBorder(new Calls(records, calls, periods), usual, busy, monitor);
        int people = busy.judged.size();
        if (judged.flags().size() > Math.max(FEW, judged.mostFlagged() * people)) {
            return SocialFlags.none(List.of(SocialMethod.TEXTS.sentence("misfit", Sentence.count(judged.flags().size()),
                    Sentence.count(people))));
        }
        List<FlaggedCalls> flagged = judged.flags().stream().map(flag -> calls(flag, records, calls, periods)).toList();
        SocialText text = new SocialText(records, areDialogs, new SocialText.Scope(periods, unit, usual),
                judged.comparison(), origin);
        List<Finding> findings = flagged.stream().map(text::finding).toList();
        return new SocialFlags(flagged, findings, tooFewUsual(usual), judged.comparison());
    }

    /// With few usual periods no p-value is low enough, however unlike others a user is.
    private List<Sentence> tooFewUsual(UsualUsers usual) {
        return usual.neighbours()
                .map(known -> known.p(Double.MAX_VALUE, 1))
                .filter(least -> least.value() > model.falseFlags())
                .map(least -> SocialMethod.TEXTS.sentence("few.usual", Sentence.count(least.all())))
                .stream()
                .toList();
    }

    /// Calls by their users and periods.
    private record Calls(CallRecords records, UserCalls ofUsers, Periods periods) {}

    /// Who is flagged.
    ///
    /// @param mostFlagged where a larger share of those who are judged is, the model does not fit
    /// @param comparison by which; empty if by the border
    private record Judged(List<FlaggedUser> flags, double mostFlagged, Optional<SocialComparison> comparison) {}

    private Judged unlikeNeighbours(Calls calls, UsualUsers usual, Busy busy, RunMonitor monitor) {
        FeatureTable table =
                FeatureTable.of(calls.records, calls.ofUsers, busy.judged, calls.periods, busy.judged.size(), monitor);
        SocialComparer.Compared found = new SocialComparer(usual, usual.neighbours().orElseThrow(), model.falseFlags())
                .compare(table.rows(), calls.records, monitor);
        return new Judged(found.flagged(), MOST_FLAGGED_AT_HOME, Optional.of(found.comparison()));
    }

    /// By the one-class SVM of another network, only users with many calls: more than others in the
    /// model, and in these records.
    private static Judged outsideBorder(Calls calls, UsualUsers usual, Busy busy, RunMonitor monitor) {
        FeatureTable table =
                FeatureTable.of(calls.records, calls.ofUsers, busy.users, calls.periods, busy.judged.size(), monitor);
        monitor.throwIfCancelled();
        Optional<Scaling> callers = own(Feature.CALLS_MADE, busy.made);
        Optional<Scaling> callees = own(Feature.CALLS_RECEIVED, busy.received);
        List<FlaggedUser> flags = usual.border()
                .flagged(table.rows(),
                        row -> row.calls() >= SocialModel.FEWEST_CALLS
                                && (isMany(Feature.CALLS_MADE, row, usual, callers)
                                        || isMany(Feature.CALLS_RECEIVED, row, usual, callees)),
                        monitor);
        return new Judged(flags, MOST_FLAGGED, Optional.empty());
    }

    private static boolean isOfUser(Call call, HostRoles roles) {
        int source = call.source();
        return !roles.isServer(source) && !roles.isTrunk(source) && !roles.isAllowed(source);
    }

    /// What is known of users from the numbers of their calls: who is judged, who makes or receives
    /// more calls than usual, and how many calls those do who make, or receive, many.
    private static final class Busy {
        private final UsualUsers usual;
        private final List<Integer> users = new ArrayList<>();
        private final DoubleStream.Builder made = DoubleStream.builder();
        private final DoubleStream.Builder received = DoubleStream.builder();
        private final List<Integer> judged = new ArrayList<>();

        Busy(UsualUsers usual) {
            this.usual = usual;
        }

        void add(int user, CallCounts counts) {
            boolean[] is = new boolean[2];
            counts.visit(user, (count, ofMade, ofReceived) -> {
                if (count < SocialModel.FEWEST_CALLS) {
                    return;
                }
                is[0] = true;
                is[1] |= ofMade > usual.most(Feature.CALLS_MADE) || ofReceived > usual.most(Feature.CALLS_RECEIVED);
                if (ofMade >= SocialModel.FEWEST_CALLS) {
                    made.add(ofMade);
                }
                if (ofReceived >= SocialModel.FEWEST_CALLS) {
                    received.add(ofReceived);
                }
            });
            if (is[0]) {
                judged.add(user);
            }
            if (is[1]) {
                users.add(user);
            }
        }
    }

    /// How those differ who make, or receive, many calls themselves; empty where they are few.
    private static Optional<Scaling> own(Feature feature, DoubleStream.Builder values) {
        double[] all = values.build().toArray();
        return all.length < OWN_GROUP ? Optional.empty() : Optional.of(Scaling.of(feature, all));
    }

    private static boolean isMany(Feature feature, FeatureTable.Row row, UsualUsers usual, Optional<Scaling> own) {
        return row.of(feature) > usual.most(feature)
                && own.map(its -> distance(its, row, feature) >= MANY).orElse(true);
    }

    private static double distance(Scaling scaling, FeatureTable.Row row, Feature feature) {
        return scaling.scaled(row)[scaling.features().indexOf(feature)];
    }

    private static FlaggedCalls calls(FlaggedUser flag, CallRecords records, UserCalls ofUser, Periods periods) {
        List<Integer> made = new ArrayList<>();
        List<Integer> received = new ArrayList<>();
        for (int place = 0; place < ofUser.count(flag.user()); place++) {
            int call = ofUser.call(flag.user(), place);
            long at = records.startNanos(call);
            boolean isFlagged = flag.periods()
                    .stream()
                    .anyMatch(period -> at >= periods.startOf(period) && at < periods.endOf(period));
            if (isFlagged) {
                (records.caller(call) == flag.user() ? made : received).add(call);
            }
        }
        Side side = made.size() >= received.size() ? Side.MADE : Side.RECEIVED;
        List<Integer> its = side == Side.MADE ? made : received;
        Set<Integer> others = new HashSet<>();
        int answered = 0;
        for (int call : its) {
            others.add(side == Side.MADE ? records.callee(call) : records.caller(call));
            answered += records.isAnswered(call) ? 1 : 0;
        }
        return new FlaggedCalls(flag, records.users().get(flag.user()), side, its, others.size(), answered);
    }
}
