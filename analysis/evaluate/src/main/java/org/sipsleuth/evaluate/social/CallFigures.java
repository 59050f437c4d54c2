package org.sipsleuth.evaluate.social;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.sipsleuth.call.record.CallRecords;
import org.sipsleuth.evaluation.PaperFigure;

/// How long calls last, and how many each user makes and receives (paper 5, Figs 7 to 10).
final class CallFigures {

    /// The paper's Fig. 8 begins where calls that were rejected or cancelled end.
    private static final double SHORT_SECONDS = 10;

    private static final double BIN_SECONDS = 10;
    private static final int BINS = 60;
    private static final double MILLIS_IN_SECOND = 1_000;

    private final Society society;

    CallFigures(Society society) {
        this.society = society;
    }

    List<PaperFigure> figures() {
        CallRecords records = society.records();
        double[] seconds = IntStream.range(0, records.size())
                .mapToDouble(call -> records.talkMillis(call) / MILLIS_IN_SECOND)
                .toArray();
        double[] longer = Arrays.stream(seconds).filter(one -> one > SHORT_SECONDS).toArray();
        return List.of(durations("fig-7", "Fig. 7: duration of all calls, 0 if not answered", seconds, 0),
                durations("fig-8", "Fig. 8: duration of calls over 10 s", longer, SHORT_SECONDS),
                perUser("fig-9", "Fig. 9: calls by caller", "calls made", "callers", records::caller),
                perUser("fig-10", "Fig. 10: calls by receiver", "calls received", "receivers", records::callee));
    }

    private static PaperFigure durations(String id, String title, double[] seconds, double from) {
        return new PaperFigure(id, title + " (last bar: all longer ones)", "duration (s)", "share of calls",
                List.of(Histogram.of("calls", seconds, from, BIN_SECONDS, BINS)));
    }

    private PaperFigure perUser(String id, String title, String calls, String users, IntUnaryOperator userOf) {
        int[] counts = new int[society.records().users().size()];
        for (int call = 0; call < society.records().size(); call++) {
            counts[userOf.applyAsInt(call)]++;
        }
        return new PaperFigure(id, title, PaperFigure.Axis.log(calls),
                PaperFigure.Axis.log("share of " + users + " with at least this many"),
                List.of(series("internal users", counts, society::isInternal),
                        series("external users", counts, user -> !society.isInternal(user))));
    }

    private static PaperFigure.Series series(String name, int[] counts, IntPredicate isOne) {
        return AtLeast.of(name, IntStream.range(0, counts.length).filter(isOne).map(user -> counts[user]));
    }
}
