package org.sipsleuth.social.detection;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import org.sipsleuth.social.cluster.Scaling;
import org.sipsleuth.social.detection.FlaggedCalls.Side;
import org.sipsleuth.social.feature.Feature;
import org.sipsleuth.social.feature.FeatureTable;
import org.sipsleuth.social.feature.Periods;
import org.sipsleuth.social.flag.FlaggedUser;
import org.sipsleuth.transaction.Call;
import org.sipsleuth.transaction.TransactionTable;

/// Flags users with many more calls than others, in the model and in the same capture, whose
/// periods lie outside what is usual. Calls that a server or a trunk brings in are none: one name
/// there may stand for many people.
final class SocialDetector implements Detector {

    /// Farther above the median, in distances of the quartiles, is many.
    private static final double MANY = 3;

    /// With so many periods of users who make, or receive, many calls a capture has a usual number
    /// of its own.
    private static final int OWN_GROUP = 20;

    /// Where a larger share of those who are judged is flagged, the model does not fit.
    private static final double MOST_FLAGGED = 0.1;

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
        TransactionTable transactions = TransactionTable.shared(index, monitor);
        HostRoles roles = HostRoles.of(transactions);
        CallRecords records =
                CapturedCalls.of(transactions, UserNames.AS_WRITTEN, call -> isOfUser(call, roles));
        return new SocialDetection(
                index,
                new Origin(SocialModel.KIND, model.identity()),
                flags(records, true, monitor));
    }

    /// The flagged users of call records.
    ///
    /// @param areDialogs whether the records stand for dialogs, which findings cite
    SocialFlags flags(CallRecords records, boolean areDialogs, RunMonitor monitor) {
        UserCalls calls = UserCalls.of(records);
        List<Integer> users =
                IntStream.range(0, records.users().size())
                        .filter(user -> calls.count(user) >= SocialModel.FEWEST_CALLS)
                        .boxed()
                        .toList();
        Origin origin = new Origin(SocialModel.KIND, model.identity());
        if (users.isEmpty()) {
            List<String> few =
                    records.size() == 0
                            ? List.of()
                            : List.of(SocialMethod.TEXTS.text("too.few", SocialModel.FEWEST_CALLS));
            return SocialFlags.none(few);
        }
        PeriodUnit unit = model.unitFor(records.fromNanos(), records.toNanos());
        Periods periods = unit.of(records.fromNanos(), records.toNanos());
        FeatureTable table = FeatureTable.of(records, calls, users, periods, monitor);
        monitor.throwIfCancelled();
        List<FeatureTable.Row> judged =
                table.rows().stream()
                        .filter(row -> row.calls() >= SocialModel.FEWEST_CALLS)
                        .toList();
        UsualUsers usual = model.unit(unit).orElseThrow();
        List<Feature> features = usual.flags().scaling().features();
        Optional<Scaling> callers = own(judged, Feature.CALLS_MADE, features);
        Optional<Scaling> callees = own(judged, Feature.CALLS_RECEIVED, features);
        List<FlaggedUser> flags =
                usual.flags()
                        .flagged(
                                table.rows(),
                                row ->
                                        row.calls() >= SocialModel.FEWEST_CALLS
                                                && (isMany(Feature.CALLS_MADE, row, usual, callers)
                                                        || isMany(
                                                                Feature.CALLS_RECEIVED,
                                                                row,
                                                                usual,
                                                                callees)),
                                monitor);
        long people = judged.stream().mapToInt(FeatureTable.Row::user).distinct().count();
        if (flags.size() > Math.max(FEW, MOST_FLAGGED * people)) {
            return SocialFlags.none(
                    List.of(SocialMethod.TEXTS.text("misfit", flags.size(), people)));
        }
        List<FlaggedCalls> flagged =
                flags.stream().map(flag -> calls(flag, records, calls, periods)).toList();
        SocialText text = new SocialText(records, areDialogs, periods, unit, usual, origin);
        List<Finding> findings = flagged.stream().map(text::finding).toList();
        return new SocialFlags(flagged, findings, List.of());
    }

    private static boolean isOfUser(Call call, HostRoles roles) {
        int source = call.source();
        return !roles.isServer(source) && !roles.isTrunk(source) && !roles.isAllowed(source);
    }

    /// How those in the capture differ who make, or receive, many calls themselves; empty where
    /// they are few.
    private static Optional<Scaling> own(
            List<FeatureTable.Row> judged, Feature feature, List<Feature> features) {
        List<FeatureTable.Row> rows =
                judged.stream().filter(row -> row.of(feature) >= SocialModel.FEWEST_CALLS).toList();
        return rows.size() < OWN_GROUP ? Optional.empty() : Optional.of(Scaling.of(rows, features));
    }

    private static boolean isMany(
            Feature feature, FeatureTable.Row row, UsualUsers usual, Optional<Scaling> own) {
        return row.of(feature) > usual.most(feature)
                && own.map(its -> distance(its, row, feature) >= MANY).orElse(true);
    }

    private static double distance(Scaling scaling, FeatureTable.Row row, Feature feature) {
        return scaling.scaled(row)[scaling.features().indexOf(feature)];
    }

    private static FlaggedCalls calls(
            FlaggedUser flag, CallRecords records, UserCalls ofUser, Periods periods) {
        List<Integer> made = new ArrayList<>();
        List<Integer> received = new ArrayList<>();
        for (int place = 0; place < ofUser.count(flag.user()); place++) {
            int call = ofUser.call(flag.user(), place);
            long at = records.startNanos(call);
            boolean isFlagged =
                    flag.periods().stream()
                            .anyMatch(
                                    period ->
                                            at >= periods.startOf(period)
                                                    && at < periods.endOf(period));
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
        return new FlaggedCalls(
                flag, records.users().get(flag.user()), side, its, others.size(), answered);
    }
}
