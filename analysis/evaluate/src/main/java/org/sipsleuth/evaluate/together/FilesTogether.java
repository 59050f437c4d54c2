package org.sipsleuth.evaluate.together;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SequencedMap;
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
public record FilesTogether(int files, long dialogs, List<Difference> differing, List<Difference> figures,
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

    /// Compares. Files that are no captures are left out. Cost: each file is read twice alone, and
    /// all are read three times.
    public static FilesTogether of(List<Path> files) throws IOException {
        SequencedMap<Path, Map<String, List<String>>> alone = new LinkedHashMap<>();
        for (Path file : files) {
            facts(file).ifPresent(facts -> alone.put(file, facts));
        }
        Comparison comparison = new Comparison(alone);
        List<Path> captures = List.copyOf(alone.keySet());
        List<Path> shuffled = new ArrayList<>(captures);
        Collections.shuffle(shuffled, new Random(SHUFFLE));
        for (List<Path> order : List.of(captures, captures.reversed(), shuffled)) {
            comparison.compare(CaptureIndexer.read(order, RunMonitor.NONE));
        }
        return comparison.result();
    }

    private static Optional<Map<String, List<String>>> facts(Path file) throws IOException {
        try {
            return Optional.of(DialogFacts.of(CaptureIndexer.read(List.of(file), RunMonitor.NONE)));
        } catch (CaptureFormatException noCapture) {
            return Optional.empty();
        }
    }

    /// What differs, while indexes of all files come.
    private static final class Comparison {

        private final SequencedMap<Path, Map<String, List<String>>> alone;
        private final Map<Path, List<String>> statistics = new HashMap<>();
        private final Map<String, List<Path>> holders = new HashMap<>();
        private final Map<Path, Set<String>> own = new HashMap<>();
        private final Map<String, Difference> differing = new TreeMap<>();
        private final Map<String, Difference> figures = new TreeMap<>();
        private final Map<String, Difference> spread = new TreeMap<>();

        /// @param alone what each file states alone, by Call-ID
        Comparison(SequencedMap<Path, Map<String, List<String>>> alone) throws IOException {
            this.alone = alone;
            alone.forEach((file, facts) -> facts.keySet()
                    .forEach(callId -> holders.computeIfAbsent(callId, _ -> new ArrayList<>()).add(file)));
            for (Path file : alone.keySet()) {
                Set<String> only = new HashSet<>(alone.get(file).keySet());
                only.removeIf(callId -> holders(callId).size() > 1);
                own.put(file, only);
                SipIndex index = CaptureIndexer.read(List.of(file), RunMonitor.NONE);
                statistics.put(file, statistics(index, only));
            }
        }

        private List<Path> holders(String callId) {
            return holders.getOrDefault(callId, List.of());
        }

        /// Compares with an index of all files.
        void compare(SipIndex index) {
            Map<String, List<String>> together = DialogFacts.of(index);
            for (Path file : alone.keySet()) {
                Set<String> only = own.getOrDefault(file, Set.of());
                alone.getOrDefault(file, Map.of())
                        .forEach((callId, facts) -> add(only.contains(callId) ? differing : spread,
                                difference(file, callId, facts, together.getOrDefault(callId, List.of()))));
                List<String> its = statistics.getOrDefault(file, List.of());
                add(figures, difference(file, "", its, statistics(index, only)));
            }
        }

        private static void add(Map<String, Difference> all, Difference found) {
            if (!found.texts().isEmpty()) {
                all.merge(found.file() + " " + found.callId(), found, FilesTogether::longer);
            }
        }

        FilesTogether result() {
            return new FilesTogether(alone.size(), own.values().stream().mapToLong(Set::size).sum(),
                    List.copyOf(differing.values()), List.copyOf(figures.values()),
                    spread.values().stream().map(this::withReason).toList());
        }

        /// With the reason: the other files that hold messages of the dialog.
        private Difference withReason(Difference found) {
            List<String> texts = new ArrayList<>();
            texts.add("also in " + holders(found.callId()).stream()
                    .map(Path::toString)
                    .filter(file -> !file.equals(found.file()))
                    .collect(Collectors.joining(", ")));
            texts.addAll(found.texts());
            return new Difference(found.file(), found.callId(), texts);
        }
    }

    private static Difference longer(Difference one, Difference other) {
        return other.texts().size() > one.texts().size() ? other : one;
    }

    private static Difference difference(Path file, String callId, List<String> alone, List<String> together) {
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
        IntStream dialogs = IntStream.range(0, index.dialogs().size())
                .filter(dialog -> callIds.contains(index.dialogs().callId(dialog)));
        Statistics statistics = Statistics.of(index, StatisticsScope.ALL.of(dialogs), RunMonitor.NONE);
        return StatisticsTable.rows(statistics)
                .stream()
                .map(row -> "%s %s %d %s %s".formatted(row.group(), row.name(), row.count(), row.share(),
                        row.times().map(FilesTogether::text).orElse("")))
                .toList();
    }

    private static String text(Distribution times) {
        return "%d %s %s %s".formatted(times.count(), times.least(), times.mean(), times.most());
    }
}
