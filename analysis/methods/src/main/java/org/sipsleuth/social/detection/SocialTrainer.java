package org.sipsleuth.social.detection;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.sipsleuth.call.record.CallRecords;
import org.sipsleuth.call.record.CapturedCalls;
import org.sipsleuth.call.record.UserCalls;
import org.sipsleuth.call.record.UserNames;
import org.sipsleuth.finding.TrainingFacts;
import org.sipsleuth.finding.TrainingRequest;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.social.feature.FeatureTable;
import org.sipsleuth.social.feature.Periods;
import org.sipsleuth.social.flag.FlagSettings;
import org.sipsleuth.transaction.Call;
import org.sipsleuth.transaction.TransactionTable;

/// Learns what is usual of the users of a baseline.
final class SocialTrainer {

    /// With fewer days, what people do on the others looks unusual.
    private static final int DAYS_OF_A_WEEK = 7;

    private SocialTrainer() {}

    /// Trains a model.
    ///
    /// @param falseFlags the share of the flags that may be false on average, above 0, to 1
    /// @param news receives what was learned, a line at a time
    /// @throws IllegalArgumentException if there are too few calls, with words for the user
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    static ModelFile fit(TrainingRequest request, FlagSettings settings, double falseFlags, RunMonitor monitor,
            Consumer<String> news) {
        TransactionTable table = TransactionTable.of(request.baseline(), monitor);
        return fit(CapturedCalls.of(table, UserNames.AS_WRITTEN, isNormal(request)), request.facts(), settings,
                falseFlags, monitor, news);
    }

    /// Trains a model on calls of which all shall be normal.
    ///
    /// @param facts what is kept of them in the model
    /// @param falseFlags the share of the flags that may be false on average, above 0, to 1
    /// @param news receives what was learned, a line at a time
    /// @throws IllegalArgumentException if there are too few calls, with words for the user
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    static ModelFile fit(CallRecords records, TrainingFacts facts, FlagSettings settings, double falseFlags,
            RunMonitor monitor, Consumer<String> news) {
        UserCalls calls = UserCalls.of(records);
        List<Integer> users = IntStream.range(0, records.users().size()).boxed().toList();
        Map<PeriodUnit, SocialModelFile.Learned> units = new EnumMap<>(PeriodUnit.class);
        for (PeriodUnit unit : PeriodUnit.values()) {
            if (unit.fits(records.fromNanos(), records.toNanos())) {
                Periods periods = unit.of(records.fromNanos(), records.toNanos());
                List<FeatureTable.Row> rows = FeatureTable.of(records, calls, users, periods, monitor)
                        .rows()
                        .stream()
                        .filter(row -> row.calls() >= SocialModel.FEWEST_CALLS)
                        .toList();
                UsualUsers.learn(rows, settings, monitor)
                        .ifPresent(usual -> units.put(unit,
                                new SocialModelFile.Learned(usual, (int) users(rows), rows.size())));
            }
        }
        if (!units.containsKey(PeriodUnit.DAY)) {
            throw new IllegalArgumentException(SocialMethod.TEXTS.text("train.too.few", records.size()));
        }
        units.forEach((unit, learned) -> news
                .accept(SocialMethod.TEXTS.text("train.learned." + unit.word(), learned.rows(), learned.users())));
        int days = PeriodUnit.DAY.of(records.fromNanos(), records.toNanos()).count();
        if (days < DAYS_OF_A_WEEK) {
            news.accept(SocialMethod.TEXTS.text("train.few.days", days));
        }
        return SocialModelFile.of(units, settings, falseFlags, facts);
    }

    private static long users(List<FeatureTable.Row> rows) {
        return rows.stream().mapToInt(FeatureTable.Row::user).distinct().count();
    }

    /// Calls of dialogs that are left out, or are labelled as anything but normal, are none.
    private static Predicate<Call> isNormal(TrainingRequest request) {
        BitSet leftOut = request.leftOut();
        return call -> !leftOut.get(call.first().dialog())
                && request.labels().of(call.first().request()).filter("normal"::equals).isPresent();
    }
}
