package org.sipsleuth.live;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sipsleuth.text.FileName;

/// Packets that were stored and are lost, as another program shortened files of the ring.
///
/// @param files each time that one was found, in the order of time
/// @param packets how many packets were lost
public record Shortened(List<Path> files, long packets) {

    /// None.
    public static final Shortened NONE = new Shortened(List.of(), 0);

    private static final int MOST_NAMES = 3;

    /// Takes a copy.
    public Shortened {
        files = List.copyOf(files);
    }

    Shortened plus(Path file, long lost) {
        return new Shortened(Stream.concat(files.stream(), Stream.of(file)).toList(), packets + lost);
    }

    /// What happened, for the user; empty if nothing did.
    public String sentence() {
        return files.isEmpty() ? ""
                : String.format(Locale.ROOT, "%s%s shortened by another program; packets lost: %,d",
                        files.stream().limit(MOST_NAMES).map(FileName::last).collect(Collectors.joining(", ")),
                        files.size() > MOST_NAMES ? ", …" : "", packets);
    }
}
