package org.sipsleuth.evaluate.flood;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.sipsleuth.evaluation.EvaluationRow;
import org.sipsleuth.evaluation.EvaluationTable;
import org.sipsleuth.evaluation.Expectation;

/// Measures [RateChanges] on runs of boun-sim (Yildiz et al.): counts of each second, and the
/// seconds at which floods of five methods begin and end. Only the counts of requests carry over to
/// a capture; those of the server's log, memory and processor do not.
///
/// @param seconds how long it is
/// @param truth the change points
/// @param found what was found in any of the series; within three seconds it is one
record ChangePoints(int seconds, TreeSet<Integer> truth, TreeSet<Integer> found) {

    private static final List<String> SERIES = List.of("REGISTER", "INVITE", "OPTIONS", "BYE", "CANCEL");
    private static final int TOLERANCE = 2;
    private static final int SAME = 3;
    private static final double HOUR = 3_600;
    private static final double LEAST_FOUND = 0.9;
    private static final double MOST_FALSE = 5;
    private static final long MOST_ROWS = 1_000_000;

    /// Takes copies.
    ChangePoints {
        truth = new TreeSet<>(truth);
        found = new TreeSet<>(found);
    }

    /// Reads a run.
    ///
    /// @param counts its `obs.txt`; `headers.txt` and `cps.txt` are beside it
    /// @throws IOException if a file cannot be read, or is no such file
    static ChangePoints read(Path counts) throws IOException {
        List<String> names = lines(counts.resolveSibling("headers.txt"));
        List<String> marks = lines(counts.resolveSibling("cps.txt"));
        List<double[]> rows = new ArrayList<>();
        for (String line : lines(counts)) {
            rows.add(numbers(counts, line, names.size()));
        }
        TreeSet<Integer> truth = new TreeSet<>();
        for (int second = 0; second < marks.size(); second++) {
            if (marks.get(second).equals("1")) {
                truth.add(second);
            }
        }
        TreeSet<Integer> found = new TreeSet<>();
        for (String name : SERIES) {
            int column = names.indexOf(name);
            if (column < 0) {
                throw new IOException(counts + " has no column " + name);
            }
            found.addAll(RateChanges.of(rows.stream().map(row -> row[column]).toList()));
        }
        return new ChangePoints(rows.size(), truth, joined(found));
    }

    private static List<String> lines(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return lines.limit(MOST_ROWS).map(String::strip).filter(line -> !line.isEmpty()).toList();
        }
    }

    private static double[] numbers(Path file, String line, int count) throws IOException {
        try {
            double[] numbers = Arrays.stream(line.split("\\s+")).mapToDouble(Double::parseDouble).toArray();
            if (numbers.length == count && Arrays.stream(numbers).allMatch(n -> n >= 0)) {
                return numbers;
            }
        } catch (NumberFormatException _) {
            // reported below
        }
        throw new IOException("%s: %d numbers of at least 0 expected".formatted(file, count));
    }

    private static TreeSet<Integer> joined(TreeSet<Integer> all) {
        TreeSet<Integer> joined = new TreeSet<>();
        for (int second : all) {
            if (joined.isEmpty() || second - joined.last() > SAME) {
                joined.add(second);
            }
        }
        return joined;
    }

    private static boolean isNear(TreeSet<Integer> some, int second) {
        return !some.subSet(second - TOLERANCE, second + TOLERANCE + 1).isEmpty();
    }

    /// The share of change points that were found within two seconds.
    double share() {
        return (double) truth.stream().filter(each -> isNear(found, each)).count() / truth.size();
    }

    /// How many were found at no true change.
    long wrong() {
        return found.stream().filter(each -> !isNear(truth, each)).count();
    }

    /// The table of some runs.
    static EvaluationTable table(List<ChangePoints> runs) {
        List<EvaluationRow> rows = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            ChangePoints run = runs.get(i);
            rows.add(FloodRows.of("run %d: share of %d within 2 s".formatted(i + 1, run.truth().size()), null,
                    run.share(), Expectation.atLeast(LEAST_FOUND), null, 1.0));
            rows.add(FloodRows.of("run %d: false ones".formatted(i + 1), null, (double) run.wrong(), null, null, 0.0));
        }
        double hours = runs.stream().mapToInt(ChangePoints::seconds).sum() / HOUR;
        rows.add(FloodRows.of("false ones an hour", null, runs.stream().mapToLong(ChangePoints::wrong).sum() / hours,
                Expectation.atMost(MOST_FALSE), null, 0.0));
        return new EvaluationTable("change points", "Beginnings and ends of floods", rows);
    }
}
