package org.sipsleuth.dialog;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Which files are parts of one capture, one after the other, as `tcpdump -C` and `dumpcap -b`
/// write them: files of one folder whose names differ in digits only, of which one begins soon
/// after the one before it in the order of names has ended (after the last comes the first: rings
/// are written round). Those that are side by side in time are captures of their own, as are those
/// that follow by chance while others of the same names run.
final class CaptureSequence {

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    /// Frames of several interfaces are written when their buffers are handed over, so not in the
    /// order of time; also where one file ends and the next begins.
    private static final long BORDER_NANOS = 250_000_000L;

    /// Of what lasted less, a smaller part is disorder: short captures are side by side, too.
    private static final int BORDER_SHARE = 10;

    /// Among so many files of one family that came last, the one before a file is looked for: rings
    /// are written side by side for each interface, calls in files of their own by the ten thousands.
    private static final int MOST_BESIDE = 32;

    /// A file's name.
    ///
    /// @param family its folder, and its name without digits
    /// @param numbers the digits
    private record Name(Path family, List<String> numbers) implements Comparable<Name> {

        static Name of(Path file) {
            Path whole = file.toAbsolutePath().normalize();
            String name = String.valueOf(whole.getFileName());
            return new Name(whole.resolveSibling(DIGITS.matcher(name).replaceAll("")),
                    DIGITS.matcher(name)
                            .results()
                            .map(MatchResult::group)
                            .map(digits -> digits.replaceFirst("^0+(?=.)", ""))
                            .toList());
        }

        /// In which numbers another name of the family differs, by their places.
        BitSet difference(Name other) {
            BitSet places = new BitSet();
            for (int i = 0; i < Math.max(numbers.size(), other.numbers.size()); i++) {
                places.set(i, !number(i).equals(other.number(i)));
            }
            return places;
        }

        /// A number without leading zeros; empty if the name has no such number.
        private String number(int place) {
            return place < numbers.size() ? numbers.get(place) : "";
        }

        /// The numbers in other places than some.
        List<String> without(BitSet places) {
            return IntStream.range(0, numbers.size())
                    .filter(place -> !places.get(place))
                    .mapToObj(place -> place + ":" + numbers.get(place))
                    .toList();
        }

        /// Numbers in the order of their values, the first differing one first.
        @Override
        public int compareTo(Name other) {
            return IntStream.range(0, Math.max(numbers.size(), other.numbers.size()))
                    .map(place -> compare(number(place), other.number(place)))
                    .filter(order -> order != 0)
                    .findFirst()
                    .orElse(0);
        }

        private static int compare(String one, String other) {
            int byLength = Integer.compare(one.length(), other.length());
            return byLength != 0 ? byLength : one.compareTo(other);
        }
    }

    /// Files whose names differ in digits only.
    private static final class Family {
        int toCome;
        final List<Name> names = new ArrayList<>();

        /// Those that differ in some places only, in the order of names: by the places, then by
        /// the other numbers.
        final Map<BitSet, Map<List<String>, NavigableSet<Name>>> series = new HashMap<>();

        final SequencedSet<FileScan> running = new LinkedHashSet<>();

        /// Those whose capture may go on, in the order in which they ended.
        final SequencedSet<FileScan> ended = new LinkedHashSet<>();

        void finishIfNoneIsToCome() {
            if (toCome == 0) {
                ended.forEach(FileScan::finish);
                ended.clear();
            }
        }

        /// Finishes those that nothing goes on that begins at a time or later.
        void finishBefore(long nanos) {
            List<FileScan> over = ended.stream().filter(scan -> !scan.mayBeFollowedAt(nanos)).toList();
            over.forEach(FileScan::finish);
            over.forEach(ended::remove);
        }

        /// Whether one name comes next after another among those that differ where they do.
        boolean isNext(Name before, Name name) {
            BitSet places = before.difference(name);
            NavigableSet<Name> its =
                    series.computeIfAbsent(places, this::series).getOrDefault(before.without(places), new TreeSet<>());
            Name next = its.higher(before);
            return name.equals(next == null ? its.first() : next);
        }

        private Map<List<String>, NavigableSet<Name>> series(BitSet places) {
            Map<List<String>, NavigableSet<Name>> all = new HashMap<>();
            for (Name name : names) {
                all.computeIfAbsent(name.without(places), _ -> new TreeSet<>()).add(name);
            }
            return all;
        }
    }

    private final Map<FileScan, Name> names = new HashMap<>();
    private final Map<Path, Family> families = new HashMap<>();

    /// @param scans those that hold a frame
    CaptureSequence(List<FileScan> scans) {
        for (FileScan scan : scans) {
            Name name = Name.of(scan.path());
            names.put(scan, name);
            Family family = families.computeIfAbsent(name.family(), _ -> new Family());
            family.toCome++;
            family.names.add(name);
        }
    }

    private Name name(FileScan scan) {
        return Objects.requireNonNull(names.get(scan));
    }

    private Family family(FileScan scan) {
        return Objects.requireNonNull(families.get(name(scan).family()));
    }

    /// Of those whose name is followed by that of a file, the one whose name differs least; of
    /// several the last.
    private Optional<FileScan> nearest(FileScan scan, Stream<FileScan> latestFirst) {
        Name name = name(scan);
        Family family = family(scan);
        return latestFirst.limit(MOST_BESIDE)
                .filter(other -> family.isNext(name(other), name))
                .min(Comparator.comparingInt(other -> name(other).difference(name).cardinality()));
    }

    /// Whether another file of the same names is being read, so that one that has ended is not
    /// what a file goes on from.
    private boolean isBesideOthers(FileScan scan, FileScan ended) {
        BitSet places = name(ended).difference(name(scan));
        return family(scan).running.reversed()
                .stream()
                .limit(MOST_BESIDE)
                .map(running -> name(running).difference(name(scan)))
                .anyMatch(missing -> {
                    missing.andNot(places);
                    return missing.isEmpty();
                });
    }

    /// The file that is being read and ends where another begins, but for a little disorder.
    Optional<FileScan> ending(FileScan scan) {
        long begin = scan.frameNanos();
        return nearest(scan, family(scan).running.reversed().stream()).filter(running -> {
            long lasted = begin - running.firstNanos();
            long overlap = Math.min(lasted / BORDER_SHARE, BORDER_NANOS);
            return running.endsBy(begin + overlap);
        });
    }

    /// A file begins.
    ///
    /// @return the file that ended where this one goes on
    Optional<FileScan> begin(FileScan scan) {
        Family family = family(scan);
        family.finishBefore(scan.frameNanos());
        Optional<FileScan> earlier = nearest(scan, family.ended.reversed().stream().filter(FileScan::mayGoOn))
                .filter(ended -> !isBesideOthers(scan, ended));
        earlier.ifPresent(family.ended::remove);
        family.running.add(scan);
        family.toCome--;
        family.finishIfNoneIsToCome();
        return earlier;
    }

    /// A file has ended.
    void end(FileScan scan) {
        Family family = family(scan);
        family.running.remove(scan);
        family.ended.add(scan);
        family.finishIfNoneIsToCome();
    }
}
