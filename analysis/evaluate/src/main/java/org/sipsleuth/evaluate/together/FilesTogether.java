package org.sipsleuth.evaluate.together;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.sipsleuth.capture.CaptureFormatException;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.statistics.Distribution;
import org.sipsleuth.dialog.statistics.Statistics;
import org.sipsleuth.dialog.statistics.StatisticsScope;
import org.sipsleuth.dialog.statistics.StatisticsTable;
import org.sipsleuth.run.RunMonitor;

/// Compares what is stated of the dialogs of files, each opened alone, with what is stated of them
/// when all are opened together, in three orders: as given, reversed, shuffled.
///
/// @param files how many files hold frames of a readable capture
/// @param dialogs how many dialogs lie in one file only
/// @param differing those of them of which something differs
/// @param figures files whose statistics of these dialogs differ
/// @param spread dialogs that lie in several files, with the reason of each difference
public record FilesTogether(
        int files,
        long dialogs,
        List<Difference> differing,
        List<Difference> figures,
        List<Difference> spread) {

    private static final long SHUFFLE = 48;
    private static final int MOST_TEXTS = 6;

    /// A dialog, or the statistics of a file, with what differs.
    ///
    /// @param file the file, or those that hold the dialog
    /// @param callId the Call-ID; empty for statistics
    /// @param texts what differs: alone, then together
    public record Difference(String file, String callId, List<String> texts) {

        public Difference {
            texts = List.copyOf(texts);
        }

        @Override
        public String toString() {
            return file + " " + callId + "\n    " + String.join("\n    ", texts);
        }
    }

    public FilesTogether {
        differing = List.copyOf(differing);
        figures = List.copyOf(figures);
        spread = List.copyOf(spread);
    }

    /// What one file states alone.
    private record Alone(Map<String, List<String>> facts, List<String> statistics) {}

    /// Compares. Files that are no captures are left out. Cost: each file is read twice alone, and
    /// all are read three times.
    public static FilesTogether of(List<Path> files) throws IOException {
        List<Path> captures = new ArrayList<>();
        List<Map<String, List<String>>> alone = new ArrayList<>();
        for (Path file : files) {
            try {
                SipIndex index = CaptureIndexer.read(List.of(file), RunMonitor.NONE);
                alone.add(DialogFacts.of(index, _ -> true));
                captures.add(file);
            } catch (CaptureFormatException noCapture) {
                continue;
            }
        }
        Map<Path, Set<String>> own = own(captures, alone);
        Map<Path, Alone> statedAlone = new TreeMap<>();
        for (int i = 0; i < captures.size(); i++) {
            Path file = captures.get(i);
            SipIndex index = CaptureIndexer.read(List.of(file), RunMonitor.NONE);
            statedAlone.put(
                    file,
                    new Alone(alone.get(i), statistics(index, own.getOrDefault(file, Set.of()))));
        }
        List<Path> reversed = captures.reversed();
        List<Path> shuffled = new ArrayList<>(captures);
        Collections.shuffle(shuffled, new Random(SHUFFLE));
        Map<String, Difference> differing = new TreeMap<>();
        Map<String, Difference> figures = new TreeMap<>();
        Map<String, Difference> spread = new TreeMap<>();
        for (List<Path> order : List.of(captures, reversed, shuffled)) {
            SipIndex index = CaptureIndexer.read(order, RunMonitor.NONE);
            Map<String, List<String>> together = DialogFacts.of(index, _ -> true);
            for (Path file : captures) {
                Alone its = statedAlone.get(file);
                Set<String> only = own.getOrDefault(file, Set.of());
                its.facts()
                        .forEach(
                                (callId, facts) -> {
                                    List<String> others = together.getOrDefault(callId, List.of());
                                    (only.contains(callId) ? differing : spread)
                                            .merge(
                                                    file + callId,
                                                    difference(file, callId, facts, others),
                                                    FilesTogether::longer);
                                });
                figures.merge(
                        file.toString(),
                        difference(file, "", its.statistics(), statistics(index, only)),
                        FilesTogether::longer);
            }
        }
        return new FilesTogether(
                captures.size(),
                own.values().stream().mapToLong(Set::size).sum(),
                real(differing),
                real(figures),
                real(spread));
    }

    private static Difference longer(Difference one, Difference other) {
        return other.texts().size() > one.texts().size() ? other : one;
    }

    private static List<Difference> real(Map<String, Difference> differences) {
        return differences.values().stream().filter(each -> !each.texts().isEmpty()).toList();
    }

    /// The Call-IDs that only one file has, by file.
    private static Map<Path, Set<String>> own(
            List<Path> files, List<Map<String, List<String>>> alone) {
        Map<String, Path> first = new TreeMap<>();
        Set<String> shared = new HashSet<>();
        for (int i = 0; i < files.size(); i++) {
            for (String callId : alone.get(i).keySet()) {
                if (first.putIfAbsent(callId, files.get(i)) != null) {
                    shared.add(callId);
                }
            }
        }
        first.keySet().removeAll(shared);
        return first.entrySet().stream()
                .collect(
                        Collectors.groupingBy(
                                Map.Entry::getValue,
                                Collectors.mapping(Map.Entry::getKey, Collectors.toSet())));
    }

    private static Difference difference(
            Path file, String callId, List<String> alone, List<String> together) {
        List<String> texts = new ArrayList<>();
        alone.stream()
                .filter(text -> !together.contains(text))
                .limit(MOST_TEXTS)
                .forEach(text -> texts.add("alone    " + text));
        together.stream()
                .filter(text -> !alone.contains(text))
                .limit(MOST_TEXTS)
                .forEach(text -> texts.add("together " + text));
        return new Difference(file.toString(), callId, texts);
    }

    private static List<String> statistics(SipIndex index, Set<String> callIds) {
        IntStream dialogs =
                IntStream.range(0, index.dialogs().size())
                        .filter(dialog -> callIds.contains(index.dialogs().callId(dialog)));
        Statistics statistics =
                Statistics.of(index, StatisticsScope.ALL.of(dialogs), RunMonitor.NONE);
        return StatisticsTable.rows(statistics).stream()
                .map(
                        row ->
                                "%s %s %d %s %s"
                                        .formatted(
                                                row.group(),
                                                row.name(),
                                                row.count(),
                                                row.share(),
                                                row.times().map(FilesTogether::text).orElse("")))
                .toList();
    }

    private static String text(Distribution times) {
        return "%d %s %s %s".formatted(times.count(), times.least(), times.mean(), times.most());
    }
}
