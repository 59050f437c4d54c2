package org.sipsleuth.view.social.graph;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.sipsleuth.view.ui.chart.ChartColours;

/// Draws a call graph.
final class GraphPainter {

    /// Clusters beyond these share the last colour; their letters distinguish them.
    static final int COLOURS = 8;

    private static final double LEAST_RADIUS = 3.5;
    private static final double MORE_RADIUS = 9.5;
    private static final double RING = 4;

    /// Length of the dashes and gaps of the ring of a near miss.
    static final double NEAR_DASH = 3;
    private static final double FRAME_OPACITY = 0.5;

    /// How far the frame of a user of an incident stands off.
    static final double FRAME = 5;

    private static final int MOST_OF_ONE = 400;
    private static final int MOST_LABELS = 24;
    private static final Font FONT = Font.font(11);
    private static final Font BOLD = Font.font(null, FontWeight.BOLD, 11);

    private final ChartColours colours;
    private final GraphData data;
    private final float[] places;
    private final GraphSight sight;
    private final double width;
    private final double height;
    private final double most;

    /// @param places x and y of each node in the plane
    GraphPainter(ChartColours colours, GraphData data, float[] places, GraphSight sight, double width, double height) {
        this.colours = colours;
        this.data = data;
        this.places = places;
        this.sight = sight;
        this.width = width;
        this.height = height;
        most = data.nodes().stream().mapToLong(GraphNode::calls).max().orElse(1);
    }

    static String clusterStyle(int cluster) {
        return cluster < 0 ? "social-none" : "social-cluster-" + Math.min(cluster, COLOURS - 1);
    }

    double x(int node) {
        return sight.x(places[2 * node]);
    }

    double y(int node) {
        return sight.y(places[2 * node + 1]);
    }

    /// The radius of a node: its area grows with its calls.
    double radius(int node) {
        return radius(data.nodes().get(node).calls(), most);
    }

    /// The radius of a node with so many calls.
    ///
    /// @param most calls of a node
    static double radius(long calls, double most) {
        return LEAST_RADIUS + MORE_RADIUS * Math.sqrt(calls / Math.max(1, most));
    }

    /// The strongest edges.
    List<GraphEdge> strongest(int count) {
        return data.edges().subList(0, Math.min(count, data.edges().size()));
    }

    /// How an edge looks.
    Strength strength(GraphEdge edge) {
        return data.strength(edge);
    }

    /// Whether a part of an edge can be in view.
    boolean isInSight(GraphEdge edge) {
        return Math.max(x(edge.from()), x(edge.to())) >= 0 && Math.max(y(edge.from()), y(edge.to())) >= 0
                && Math.min(x(edge.from()), x(edge.to())) <= width && Math.min(y(edge.from()), y(edge.to())) <= height;
    }

    /// Draws the strongest edges.
    ///
    /// @param count how many at most
    void edges(GraphicsContext graphics, int count) {
        graphics.clearRect(0, 0, width, height);
        Color colour = colours.fx(ChartColours.TEXT);
        for (GraphEdge edge : strongest(count)) {
            if (isInSight(edge)) {
                Strength strength = strength(edge);
                graphics.setStroke(colour.deriveColor(0, 1, 1, strength.opacity()));
                graphics.setLineWidth(strength.width());
                graphics.strokeLine(x(edge.from()), y(edge.from()), x(edge.to()), y(edge.to()));
            }
        }
    }

    /// Draws the edges of a node.
    private void edgesOf(GraphicsContext graphics, int node) {
        graphics.setStroke(colours.fx("social-chosen").deriveColor(0, 1, 1, 0.6));
        graphics.setLineWidth(1.2);
        data.edges()
                .stream()
                .filter(edge -> edge.from() == node || edge.to() == node)
                .limit(MOST_OF_ONE)
                .forEach(edge -> graphics.strokeLine(x(edge.from()), y(edge.from()), x(edge.to()), y(edge.to())));
    }

    /// Draws the nodes, and names those with most calls, with a flag, and the chosen one.
    void nodes(GraphicsContext graphics, int chosen, int hovered, boolean isFocused) {
        graphics.clearRect(0, 0, width, height);
        graphics.setTextBaseline(VPos.CENTER);
        if (chosen >= 0) {
            edgesOf(graphics, chosen);
        }
        Color[] fills = new Color[COLOURS + 1];
        for (int i = 0; i <= COLOURS; i++) {
            fills[i] = colours.fx(clusterStyle(i == COLOURS ? -1 : i));
        }
        frames(graphics);
        Color outline = colours.fx(ChartColours.GROUND);
        graphics.setLineWidth(1);
        graphics.setStroke(outline);
        for (int i = 0; i < data.nodes().size(); i++) {
            double x = x(i);
            double y = y(i);
            if (x > -20 && y > -20 && x < width + 20 && y < height + 20) {
                int cluster = data.nodes().get(i).cluster();
                graphics.setFill(fills[cluster < 0 ? COLOURS : Math.min(cluster, COLOURS - 1)]);
                mark(graphics, data.nodes().get(i).role(), x, y, radius(i));
            }
        }
        graphics.setStroke(colours.fx("social-flag"));
        graphics.setLineWidth(2);
        for (int i = 0; i < data.nodes().size(); i++) {
            if (data.nodes().get(i).isFlagged()) {
                ring(graphics, i, RING);
            }
        }
        nearMisses(graphics);
        labels(graphics, chosen, hovered);
        if (chosen >= 0) {
            graphics.setStroke(colours.fx("social-chosen"));
            graphics.setLineWidth(isFocused ? 3 : 2);
            ring(graphics, chosen, 2 * RING);
        }
    }

    /// Draws a dashed ring around those who are nearly flagged: it looks like no flag.
    private void nearMisses(GraphicsContext graphics) {
        graphics.setStroke(colours.fx("social-near"));
        graphics.setLineDashes(NEAR_DASH);
        for (int i = 0; i < data.nodes().size(); i++) {
            if (data.nodes().get(i).isNearMiss()) {
                ring(graphics, i, RING);
            }
        }
        graphics.setLineDashes();
    }

    /// Draws a filled square behind each user of an incident: the colour is not alone.
    private void frames(GraphicsContext graphics) {
        Color colour = colours.fx("social-incident");
        for (int i = 0; i < data.nodes().size(); i++) {
            if (data.nodes().get(i).isOfIncident()) {
                frame(graphics, colour, x(i), y(i), radius(i) + FRAME);
            }
        }
    }

    /// Draws a filled square.
    ///
    /// @param half of its side
    static void frame(GraphicsContext graphics, Color colour, double x, double y, double half) {
        graphics.setLineWidth(2);
        graphics.setStroke(colour);
        graphics.setFill(colour.deriveColor(0, 1, 1, FRAME_OPACITY));
        graphics.fillRect(x - half, y - half, 2 * half, 2 * half);
        graphics.strokeRect(x - half, y - half, 2 * half, 2 * half);
    }

    private void ring(GraphicsContext graphics, int node, double beyond) {
        double radius = radius(node) + beyond;
        graphics.strokeOval(x(node) - radius, y(node) - radius, 2 * radius, 2 * radius);
    }

    /// Draws the shape of a role.
    static void mark(GraphicsContext graphics, CallRole role, double x, double y, double radius) {
        switch (role) {
            case CALLER, RECEIVER -> {
                double up = role == CallRole.CALLER ? -1 : 1;
                double[] xs = {x - radius, x, x + radius};
                double[] ys = {y - 0.8 * up * radius, y + 1.1 * up * radius, y - 0.8 * up * radius};
                graphics.fillPolygon(xs, ys, 3);
            }
            case BOTH -> graphics.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
            case GROUP -> graphics.fillRect(x - radius, y - radius, 2 * radius, 2 * radius);
        }
    }

    private void labels(GraphicsContext graphics, int chosen, int hovered) {
        graphics.setTextAlign(TextAlignment.CENTER);
        LabelRoom room = new LabelRoom();
        for (int i = 0; i < data.nodes().size(); i++) {
            if (data.nodes().get(i).isOfIncident()) {
                double half = radius(i) + FRAME;
                room.take(x(i) - half, y(i) - half, 2 * half, 2 * half);
            }
        }
        if (chosen >= 0) {
            label(graphics, room, chosen, true);
        }
        if (hovered >= 0 && hovered != chosen) {
            label(graphics, room, hovered, true);
        }
        int[] order = IntStream.range(0, data.nodes().size())
                .filter(i -> data.nodes().get(i).isMarked() || radius(i) > 7)
                .boxed()
                .sorted(Comparator.comparingInt((Integer i) -> data.nodes().get(i).isMarked() ? 0 : 1)
                        .thenComparingLong(i -> -data.nodes().get(i).calls())
                        .thenComparingInt(i -> i))
                .limit(MOST_LABELS)
                .mapToInt(i -> i)
                .toArray();
        for (int node : order) {
            if (node != chosen && node != hovered) {
                label(graphics, room, node, false);
            }
        }
    }

    private void label(GraphicsContext graphics, LabelRoom room, int node, boolean isStrong) {
        String words = data.nodes().get(node).label();
        double y = y(node) - radius(node) - 3 * RING;
        double half = 3.3 * words.length() + 4;
        boolean isInSight = x(node) > 0 && x(node) < width && y > 0 && y < height;
        if (isInSight && (room.take(x(node) - half, y - 7, 2 * half, 14) || isStrong)) {
            graphics.setFill(colours.fx(ChartColours.GROUND).deriveColor(0, 1, 1, 0.7));
            graphics.fillRect(x(node) - half, y - 7, 2 * half, 14);
            graphics.setFont(isStrong ? BOLD : FONT);
            graphics.setFill(colours.fx(isStrong ? ChartColours.ACCENT : ChartColours.TEXT));
            graphics.fillText(words, x(node), y, 2 * half);
        }
    }
}
