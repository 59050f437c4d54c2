package org.sipsleuth.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sipsleuth.app.command.listing.FailedDialogs;
import org.sipsleuth.call.record.CallRecords;
import org.sipsleuth.call.record.CapturedCalls;
import org.sipsleuth.call.record.UserNames;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.outcome.SiblingLegs;
import org.sipsleuth.dialog.statistics.CallTotals;
import org.sipsleuth.dialog.statistics.Statistics;
import org.sipsleuth.dialog.statistics.StatisticsRow;
import org.sipsleuth.dialog.statistics.StatisticsScope;
import org.sipsleuth.dialog.statistics.StatisticsTable;
import org.sipsleuth.dialog.statistics.Timeline;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.pipeline.problem.ProblemDetection;
import org.sipsleuth.pipeline.problem.ProblemMethod;
import org.sipsleuth.problem.CallClass;
import org.sipsleuth.problem.CallOutcomes;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.samples.SampleCapture;
import org.sipsleuth.samples.SampleCaptures;
import org.sipsleuth.transaction.CallLegs;
import org.sipsleuth.transaction.TransactionTable;
import org.sipsleuth.view.dialogs.table.query.RowGroups;
import org.sipsleuth.view.incident.facts.CaptureFacts;

/// Calls, answered and failed ones, and talk time are the same number wherever they are shown
/// (docs/STATISTICS.md, *Which page counts what*).
final class EqualCountsTest {

    @TempDir private Path folder;

    static Stream<SampleCapture> samples() {
        return SampleCaptures.list().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void allCountTheSameCalls(SampleCapture sample) throws IOException {
        allCountTheSameCalls(SampleCaptures.copyTo(sample, folder));
    }

    /// The same of any captures: those of the folder `-Dcounted.captures` and its subfolders.
    @Test
    @EnabledIfSystemProperty(named = "counted.captures", matches = ".+")
    void allCountTheSameCallsOfOtherCaptures() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of(System.getProperty("counted.captures")))) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        Map<Path, String> differences = new TreeMap<>();
        for (Path file : files) {
            try {
                allCountTheSameCalls(file);
            } catch (IOException notACapture) {
                continue;
            } catch (AssertionError difference) {
                differences.put(file, String.valueOf(difference.getMessage()));
            }
        }
        assertEquals(Map.of(), differences, files.size() + " files");
    }

    private static void allCountTheSameCalls(Path file) throws IOException {
        SipIndex index = CaptureIndexer.read(List.of(file), RunMonitor.NONE);
        Statistics statistics = Statistics.of(index, StatisticsScope.ALL, RunMonitor.NONE);
        CallTotals calls = statistics.totals().calls();
        assertEquals(calls, CaptureFacts.of(index, RunMonitor.NONE).calls(), "overview");
        assertEquals(calls, listed(index).calls(), "totals of the list");
        results(statistics);
        rows(statistics);
        timeline(statistics);
        FailedDialogs failed = FailedDialogs.of(index).calls();
        assertEquals(calls.calls(), failed.all(), "answer without a display");
        assertEquals(calls.failed(), failed.failed(), "answer without a display");
        callsBetweenUsers(index, calls);
        byClass(index, calls);
    }

    /// The bar of the overview, its story, and the problems of `analyze`.
    private static void byClass(SipIndex index, CallTotals calls) throws IOException {
        ProblemMethod method = new ProblemMethod();
        Detection detection = method.detector(method.shipped()).detect(index, RunMonitor.NONE);
        CallOutcomes classes = ProblemDetection.in(List.of(detection)).orElseThrow().calls();
        assertEquals(calls.calls(), classes.all(), "calls by class");
        assertEquals(calls.answered(), classes.answered(), "completed, or with a problem");
        long open = calls.undecided() - classes.count(CallClass.UNDECIDED);
        assertTrue(open >= 0 && open <= classes.ofAttackers(), "undecided, but for those of attackers: " + open);
    }

    private static RowGroups.Totals listed(SipIndex index) {
        int[] all = IntStream.range(0, index.dialogs().size()).toArray();
        return RowGroups.Totals.of(index, all, Optional.empty());
    }

    /// The calls of the page of statistics by their last response.
    private static void results(Statistics statistics) {
        CallTotals calls = statistics.totals().calls();
        long ended = statistics.calls().stream().mapToLong(Statistics.CallCount::count).sum();
        long answered = statistics.calls()
                .stream()
                .filter(Statistics.CallCount::isAnswered)
                .mapToLong(Statistics.CallCount::count)
                .sum();
        assertEquals(calls.calls() - calls.undecided(), ended);
        assertEquals(calls.answered(), answered);
    }

    /// The command.
    private static void rows(Statistics statistics) {
        CallTotals calls = statistics.totals().calls();
        List<StatisticsRow> rows = StatisticsTable.rows(statistics);
        Map<String, Long> totals = rows.stream()
                .filter(row -> row.group().equals("total"))
                .collect(Collectors.toMap(StatisticsRow::name, StatisticsRow::count));
        assertEquals(calls.calls(), totals.get("calls"));
        assertEquals(calls.answered(), totals.get("answered calls"));
        assertEquals(calls.undecided(), totals.get("undecided calls"));
        Map<String, Long> failures = rows.stream()
                .filter(row -> row.group().equals("failed_calls"))
                .collect(Collectors.toMap(StatisticsRow::name, StatisticsRow::count));
        Map<String, Long> byCause = new TreeMap<>();
        calls.failures().forEach(each -> byCause.put(each.text(), each.count()));
        assertEquals(byCause, failures);
    }

    /// The chart of the page *Statistics*.
    private static void timeline(Statistics statistics) {
        CallTotals calls = statistics.totals().calls();
        List<Timeline.Interval> intervals = statistics.timeline().intervals();
        assertEquals(calls.calls(), intervals.stream().mapToLong(i -> i.calls()).sum());
        assertEquals(calls.answered(), intervals.stream().mapToLong(i -> i.answered()).sum());
    }

    /// The command `calls` and the page *Social*: those left out, and further legs, are stated.
    private static void callsBetweenUsers(SipIndex index, CallTotals calls) {
        TransactionTable table = TransactionTable.of(index, RunMonitor.NONE);
        CapturedCalls captured = CapturedCalls.withWithheld(table, UserNames.AS_WRITTEN, _ -> true);
        long legs = CallLegs.of(table).furtherLegs();
        CallRecords records = captured.records();
        SiblingLegs siblings = SiblingLegs.of(index);
        long joined = IntStream.range(0, index.dialogs().size()).filter(each -> siblings.origin(each) != each).count();
        assertEquals(calls.calls() + joined, records.size() + captured.leftOut().count() + legs, "calls");
        if (captured.leftOut().count() + legs == 0) {
            long answered = IntStream.range(0, records.size()).filter(records::isAnswered).count();
            assertEquals(calls.answered(), answered, "answered");
            long millis = IntStream.range(0, records.size()).mapToLong(records::talkMillis).sum();
            double seconds = Math.min(calls.talkNanos() / 1e9, Integer.MAX_VALUE / 1e3);
            assertEquals(seconds, millis / 1e3, records.size() / 1e3, "talk time");
        }
    }
}
