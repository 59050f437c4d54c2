package org.sipsleuth.view.sequence.scatter;

import java.util.ArrayList;
import java.util.List;
import org.jfree.data.general.DatasetChangeEvent;
import org.jfree.data.xy.AbstractXYDataset;
import org.sipsleuth.view.sequence.state.Sign;

/// The points as JFreeChart takes them, a series for each mark.
final class PointsDataset extends AbstractXYDataset {

    private static final long serialVersionUID = 1;
    private static final List<Sign> SIGNS = List.of(Sign.values());

    private final transient List<List<Point>> series = new ArrayList<>();

    PointsDataset() {
        show(List.of());
    }

    /// Has these points from now on.
    void show(List<Point> points) {
        series.clear();
        for (Sign sign : SIGNS) {
            series.add(points.stream().filter(point -> point.sign() == sign).toList());
        }
        notifyListeners(new DatasetChangeEvent(this, this));
    }

    /// A point.
    Point point(int of, int item) {
        return series.get(of).get(item);
    }

    @Override
    public int getSeriesCount() {
        return series.size();
    }

    @Override
    public Comparable<?> getSeriesKey(int of) {
        return SIGNS.get(of).words();
    }

    @Override
    public int getItemCount(int of) {
        return series.get(of).size();
    }

    @Override
    public Number getX(int of, int item) {
        return getXValue(of, item);
    }

    @Override
    public Number getY(int of, int item) {
        return getYValue(of, item);
    }

    @Override
    public double getXValue(int of, int item) {
        return point(of, item).x();
    }

    @Override
    public double getYValue(int of, int item) {
        return point(of, item).y();
    }
}
