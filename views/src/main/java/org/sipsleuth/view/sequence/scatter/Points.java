package org.sipsleuth.view.sequence.scatter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sipsleuth.truth.TrafficClass;
import org.sipsleuth.view.sequence.state.Axes;
import org.sipsleuth.view.sequence.state.Lines;
import org.sipsleuth.view.sequence.state.Measure;
import org.sipsleuth.view.sequence.state.Scale;
import org.sipsleuth.view.sequence.state.SequenceRow;
import org.sipsleuth.view.sequence.state.Sign;

/// The points of a scatter. Immutable.
final class Points {

    /// From so many sequences on, those that lie closer than a pixel or two are drawn as one.
    static final int MOST_SINGLE = 3_000;

    private static final int CELLS = 400;
    private static final double MOST_COUNT = 40;

    private final List<Point> points;
    private final int sequences;

    private Points(List<Point> points, int sequences) {
        this.points = points;
        this.sequences = sequences;
    }

    /// Places sequences, the largest first, so that small ones are drawn over them.
    static Points of(List<SequenceRow> rows, Lines lines) {
        Scale scale = lines.scaleProperty().get();
        Map<Object, List<SequenceRow>> places = new LinkedHashMap<>();
        for (SequenceRow row : rows) {
            places.computeIfAbsent(place(row, rows.size(), lines), _ -> new ArrayList<>()).add(row);
        }
        List<Point> points = new ArrayList<>();
        for (List<SequenceRow> there : places.values()) {
            points.add(point(there, lines.sign(there.getFirst()), lines.axesProperty().get(), scale));
        }
        points.sort(Comparator.comparingInt(Point::dialogs).reversed());
        return new Points(points, rows.size());
    }

    /// What sequences that are drawn as one have in common.
    private static Object place(SequenceRow row, int all, Lines lines) {
        if (all <= MOST_SINGLE) {
            return row.key();
        }
        Scale scale = lines.scaleProperty().get();
        Axes axes = lines.axesProperty().get();
        return List.of(lines.sign(row), cell(axes.x(), row, scale), cell(axes.y(), row, scale));
    }

    /// Counts of messages and dialogs share a place only where they are equal, or nearly.
    private static int cell(Measure measure, SequenceRow row, Scale scale) {
        double cells = measure.isScaled() ? CELLS / scale.most() : CELLS / MOST_COUNT;
        return (int) (measure.place(row, scale) * cells);
    }

    private static Point point(List<SequenceRow> rows, Sign sign, Axes axes, Scale scale) {
        SequenceRow first = rows.getFirst();
        Optional<TrafficClass> odd = rows.stream()
                .flatMap(row -> row.classes().keySet().stream())
                .filter(trafficClass -> trafficClass != TrafficClass.NORMAL)
                .findFirst();
        return new Point(axes.x().place(first, scale), axes.y().place(first, scale), sign, List.copyOf(rows),
                rows.stream().mapToInt(SequenceRow::count).sum(), odd);
    }

    /// All of them.
    List<Point> all() {
        return points;
    }

    /// How many sequences they stand for.
    int sequences() {
        return sequences;
    }
}
