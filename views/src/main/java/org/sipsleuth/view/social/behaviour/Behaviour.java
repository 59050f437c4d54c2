package org.sipsleuth.view.social.behaviour;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.sipsleuth.social.cluster.PrincipalPlane;
import org.sipsleuth.social.feature.Feature;
import org.sipsleuth.view.social.graph.CallRole;

/// The users with enough calls to be compared, as points. Immutable.
public final class Behaviour {

    /// A user.
    ///
    /// @param cluster from 0
    public record Point(String name, CallRole role, int cluster) {}

    /// What an axis shows: a principal component, from 0, or a feature.
    public sealed interface Axis {

        /// A principal component.
        ///
        /// @param number 0 or 1
        record Component(int number) implements Axis {}

        /// A feature, in distances of the quartiles from the median.
        record Of(Feature feature) implements Axis {}
    }

    private final List<Point> points;
    private final List<Feature> features;
    private final List<double[]> scaled;
    private final PrincipalPlane plane;

    /// @param points one for each row
    /// @param features the columns of the rows
    /// @param scaled the rows, two or more
    public Behaviour(List<Point> points, List<Feature> features, List<double[]> scaled) {
        this.points = List.copyOf(points);
        this.features = List.copyOf(features);
        this.scaled = List.copyOf(scaled);
        plane = PrincipalPlane.of(scaled);
    }

    /// The users.
    public List<Point> points() {
        return points;
    }

    /// Whether the other one has the same users with the same features.
    boolean isOfSameUsers(Behaviour other) {
        return points.size() == other.points.size() && IntStream.range(0, points.size())
                .allMatch(i -> points.get(i).name().equals(other.points.get(i).name())
                        && Arrays.equals(scaled.get(i), other.scaled.get(i)));
    }

    /// The features.
    public List<Feature> features() {
        return features;
    }

    /// The scaled features of each user.
    public List<double[]> scaled() {
        return scaled;
    }

    /// Where a user lies on an axis.
    public double value(int point, Axis axis) {
        return switch (axis) {
            case Axis.Component(int number) -> number == 0 ? plane.x(point) : plane.y(point);
            case Axis.Of(Feature feature) -> scaled.get(point)[features.indexOf(feature)];
        };
    }

    /// The share of the variance along a component, 0 to 1.
    public double share(int component) {
        return plane.share(component);
    }

    /// The feature that adds most to a component, and by how much, -1 to 1.
    public Feature main(int component) {
        int most = 0;
        for (int column = 1; column < features.size(); column++) {
            if (Math.abs(plane.loading(component, column)) > Math.abs(plane.loading(component, most))) {
                most = column;
            }
        }
        return features.get(most);
    }
}
