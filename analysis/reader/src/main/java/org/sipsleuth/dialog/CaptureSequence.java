package org.sipsleuth.dialog;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Which files are parts of one capture, one after the other, as `tcpdump -C` and `dumpcap -b`
/// write them: files of one folder whose names differ in digits only, of which one begins when
/// another has ended. Those that are side by side in time are captures of their own.
final class CaptureSequence {

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    /// Frames of several interfaces are written when their buffers are handed over, so not in the
    /// order of time; also where one file ends and the next begins.
    private static final long BORDER_NANOS = 250_000_000L;

    /// Of what lasted less, a smaller part is disorder: short captures are side by side, too.
    private static final int BORDER_SHARE = 10;

    /// A file's name.
    ///
    /// @param family its folder, and its name without digits
    /// @param numbers the digits
    private record Name(Path family, List<String> numbers) {

        static Name of(Path file) {
            Path whole = file.toAbsolutePath().normalize();
            String name = String.valueOf(whole.getFileName());
            return new Name(
                    whole.resolveSibling(DIGITS.matcher(name).replaceAll("")),
                    DIGITS.matcher(name).results().map(MatchResult::group).toList());
        }

        /// In how many numbers another name of the family differs.
        int distance(Name other) {
            int shorter = Math.min(numbers.size(), other.numbers.size());
            int distance = Math.max(numbers.size(), other.numbers.size()) - shorter;
            for (int i = 0; i < shorter; i++) {
                distance += numbers.get(i).equals(other.numbers.get(i)) ? 0 : 1;
            }
            return distance;
        }
    }

    /// Files whose names differ in digits only.
    private static final class Family {
        int toCome;
        final List<FileScan> running = new ArrayList<>();

        /// Those whose capture may go on, in the order in which they ended.
        final List<FileScan> ended = new ArrayList<>();

        void finishIfNoneIsToCome() {
            if (toCome == 0) {
                ended.forEach(FileScan::finish);
                ended.clear();
            }
        }
    }

    private final Map<FileScan, Name> names = new HashMap<>();
    private final Map<Path, Family> families = new HashMap<>();

    /// @param scans those that hold a frame
    CaptureSequence(List<FileScan> scans) {
        for (FileScan scan : scans) {
            Name name = Name.of(scan.path());
            names.put(scan, name);
            families.computeIfAbsent(name.family(), _ -> new Family()).toCome++;
        }
    }

    private Name name(FileScan scan) {
        return Objects.requireNonNull(names.get(scan));
    }

    private Family family(FileScan scan) {
        return Objects.requireNonNull(families.get(name(scan).family()));
    }

    /// The one whose name differs least; of several the last.
    private Optional<FileScan> nearest(FileScan scan, List<FileScan> others) {
        Name name = name(scan);
        return others.reversed().stream()
                .min((a, b) -> Integer.compare(name(a).distance(name), name(b).distance(name)));
    }

    /// The file that is being read and ends where another begins, but for a little disorder.
    Optional<FileScan> ending(FileScan scan) {
        long begin = scan.frameNanos();
        return nearest(scan, family(scan).running)
                .filter(
                        running -> {
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
        Optional<FileScan> earlier =
                nearest(scan, family.ended.stream().filter(FileScan::mayGoOn).toList());
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
