package org.sipsleuth.dialog.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// The coverages that capture files make. Immutable; the same whatever the order of the files.
///
/// Files are one coverage if
///
/// - the one is the part of a capture that comes after the other, as the members of a ring are; or
/// - they have the same named interfaces (pcapng), and overlap or follow each other within 2 s or
///   ten usual gaps between frames, whichever is longer.
///
/// A classic pcap names no interface: two of them are one coverage only as parts of a ring.
/// Taken for one though they are of two places, they would turn "not captured" into "no response";
/// the other error only states less.
public final class Coverages {

    private static final Comparator<FileSpan> BY_TIME =
            Comparator.<FileSpan>comparingLong(file -> file.captured().fromNanos())
                    .thenComparingLong(file -> file.captured().toNanos());

    private final List<FileSpan> files;
    private final List<Coverage> all;
    private final List<Coverage> ofFiles;
    private final int[] numbers;
    private final boolean hasReports;

    private Coverages(List<FileSpan> files, List<Coverage> all) {
        this.files = List.copyOf(files);
        this.all = List.copyOf(all);
        numbers = new int[files.size()];
        for (int number = 0; number < all.size(); number++) {
            for (int file : all.get(number).files()) {
                numbers[file] = number;
            }
        }
        ofFiles = IntStream.of(numbers).mapToObj(all::get).toList();
        hasReports = files.stream().anyMatch(file -> !file.reported().isEmpty());
    }

    /// The coverages of files.
    ///
    /// @param files by their numbers
    public static Coverages of(List<FileSpan> files) {
        int[] groups = IntStream.range(0, files.size()).toArray();
        for (int file = 0; file < groups.length; file++) {
            if (files.get(file).continues() != FileSpan.NONE) {
                join(groups, file, files.get(file).continues());
            }
        }
        sameInterfaces(files).values().forEach(same -> joinSoon(files, same, groups));
        return new Coverages(files, coverages(files, groups));
    }

    private static Map<List<String>, List<Integer>> sameInterfaces(List<FileSpan> files) {
        Map<List<String>, List<Integer>> same = new HashMap<>();
        for (int file = 0; file < files.size(); file++) {
            FileSpan its = files.get(file);
            if (!its.interfaces().isEmpty() && !its.captured().isEmpty()) {
                same.computeIfAbsent(its.interfaces(), _ -> new ArrayList<>()).add(file);
            }
        }
        return same;
    }

    private static void joinSoon(List<FileSpan> files, List<Integer> same, int[] groups) {
        List<Integer> ordered = byTime(files, same);
        int furthest = ordered.getFirst();
        for (int file : ordered) {
            if (files.get(furthest).isFollowedBy(files.get(file))) {
                join(groups, file, furthest);
            }
            if (files.get(file).captured().toNanos() >= files.get(furthest).captured().toNanos()) {
                furthest = file;
            }
        }
    }

    private static List<Integer> byTime(List<FileSpan> files, List<Integer> some) {
        return some.stream().sorted(Comparator.comparing(files::get, BY_TIME)).toList();
    }

    private static void join(int[] groups, int one, int other) {
        groups[root(groups, one)] = root(groups, other);
    }

    private static int root(int[] groups, int file) {
        int root = file;
        while (groups[root] != root) {
            groups[root] = groups[groups[root]];
            root = groups[root];
        }
        return root;
    }

    private static List<Coverage> coverages(List<FileSpan> files, int[] groups) {
        Map<Integer, List<Integer>> members = new TreeMap<>();
        for (int file = 0; file < groups.length; file++) {
            members.computeIfAbsent(root(groups, file), _ -> new ArrayList<>()).add(file);
        }
        List<Coverage> all = new ArrayList<>();
        for (List<Integer> some : members.values()) {
            Span captured = Span.NONE;
            Span reported = Span.NONE;
            long clockEnd = Long.MIN_VALUE;
            for (int file : some) {
                clockEnd = Math.max(clockEnd, files.get(file).clockEndNanos());
                captured = captured.join(files.get(file).captured());
                reported = reported.join(files.get(file).reported());
            }
            all.add(new Coverage(byTime(files, some), captured, clockEnd, reported));
        }
        all.sort(Comparator.comparing(coverage -> files.get(coverage.files().getFirst()), BY_TIME));
        return all;
    }

    /// These, and those of more files, which are numbered after the files of these.
    public Coverages join(Coverages more) {
        List<FileSpan> both = new ArrayList<>(files);
        more.files.forEach(file -> both.add(file.shifted(files.size())));
        return of(both);
    }

    /// All, in the order of time; files without frames last, each for itself.
    public List<Coverage> all() {
        return all;
    }

    /// The one that a file belongs to.
    public Coverage of(int file) {
        return ofFiles.get(file);
    }

    /// The place in [#all] of the one that a file belongs to.
    public int number(int file) {
        return numbers[file];
    }

    /// How long traffic was captured at any place, in ns: times that no coverage covers are left
    /// out.
    public long capturedNanos() {
        long captured = 0;
        Span running = Span.NONE;
        for (Coverage coverage : all) {
            Span its = coverage.captured();
            if (running.isEmpty() || running.gapTo(its) > 0) {
                captured += length(running);
                running = its;
            } else {
                running = running.join(its);
            }
        }
        return captured + length(running);
    }

    private static long length(Span span) {
        return span.isEmpty() ? 0
                : new Span(span.fromNanos(), span.fromNanos()).gapTo(new Span(span.toNanos(), span.toNanos()));
    }

    /// Whether all messages are of one coverage and by one clock, so that none need be asked.
    public boolean isOne() {
        return all.size() == 1 && !hasReports;
    }

    /// Whether messages have the times of reports.
    public boolean hasReports() {
        return hasReports;
    }
}
