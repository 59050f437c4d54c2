package org.sipsleuth.view.timestrip;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.sipsleuth.sentence.Severity;
import org.sipsleuth.view.ui.SeverityStyle;

/// A band in its place, or a group of bands for whose lanes the strip has no room. In pixels.
///
/// @param bands the one band, or all of the group in the order of time; stages, attacks or
///     marked ranges, never of two kinds
/// @param row from 0
/// @param wordLeft where its word begins; below 0 where there is no room for it
record PlacedBand(List<? extends StripBand> bands, int row, double left, double width, double wordLeft) {

    /// More incidents or attacks are counted in a tooltip, not named.
    private static final int MOST_NAMED = 5;

    /// Takes a copy.
    PlacedBand {
        bands = List.copyOf(bands);
    }

    /// Whether several bands share this place.
    boolean isGroup() {
        return bands.size() > 1;
    }

    /// The band, or the first of the group.
    StripBand first() {
        return bands.getFirst();
    }

    /// The same, so many rows below.
    PlacedBand below(int rows) {
        return new PlacedBand(bands, row + rows, left, width, wordLeft);
    }

    /// Its stages of incidents.
    List<StripBand.Stage> stages() {
        return only(StripBand.Stage.class);
    }

    /// Its attacks of the ground truth.
    List<StripBand.Attack> attacks() {
        return only(StripBand.Attack.class);
    }

    /// Its ranges of a lab.
    List<StripBand.MarkedRange> ranges() {
        return only(StripBand.MarkedRange.class);
    }

    /// Whether it is what was found in the capture, not what was known before.
    boolean isFound() {
        return first() instanceof StripBand.Stage;
    }

    private <B extends StripBand> List<B> only(Class<B> kind) {
        return bands.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /// The highest severity of its incidents.
    Severity severity() {
        return stages().stream().map(StripBand.Stage::severity).max(Comparator.naturalOrder()).orElseThrow();
    }

    /// A band of each incident, the most severe first, then in the order of time.
    List<StripBand.Stage> incidents() {
        return stages().stream()
                .collect(Collectors.groupingBy(StripBand.Stage::incident, Collectors.toList()))
                .values()
                .stream()
                .map(List::getFirst)
                .sorted(Comparator.comparing(StripBand.Stage::severity)
                        .reversed()
                        .thenComparingLong(StripBand.Stage::fromNanos)
                        .thenComparing(StripBand.Stage::incident))
                .toList();
    }

    /// What it is called on the strip.
    String word() {
        if (!isGroup()) {
            return first().word();
        }
        if (!attacks().isEmpty()) {
            return text("timestrip.group.attacks", bands.size());
        }
        if (!ranges().isEmpty()) {
            return text("timestrip.group.ranges", bands.size());
        }
        long incidents = stages().stream().map(StripBand.Stage::incident).distinct().count();
        return incidents > 1 ? text("timestrip.group", incidents) : text("timestrip.group.stages", bands.size());
    }

    /// What it is, in words.
    String tip() {
        if (!isGroup()) {
            return first().tip();
        }
        List<String> names = isFound()
                ? incidents().stream().map(each -> SeverityStyle.word(each.severity()) + ": " + each.title()).toList()
                : bands.stream().map(StripBand::word).toList();
        String named = names.stream().limit(MOST_NAMED).collect(Collectors.joining("\n"));
        int more = Math.max(0, names.size() - MOST_NAMED);
        return text("timestrip.group.tip", word(), named, more);
    }

    /// Whether it is at a place of its row.
    boolean covers(double x) {
        return x >= left - 1 && x <= left + width + 1;
    }
}
