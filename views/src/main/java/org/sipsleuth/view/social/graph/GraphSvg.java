package org.sipsleuth.view.social.graph;

import java.io.IOException;
import java.io.OutputStream;
import org.sipsleuth.report.draw.Ink;
import org.sipsleuth.report.draw.Pen.Anchor;
import org.sipsleuth.report.draw.Pen.Dashes;
import org.sipsleuth.report.draw.Pen.Letters;
import org.sipsleuth.report.draw.Pen.Rectangle;
import org.sipsleuth.report.draw.Pen.Stroke;
import org.sipsleuth.report.draw.SvgPen;
import org.sipsleuth.report.draw.Typeface;

/// Draws a graph of users for print as SVG, all of them: the colours of clusters are those of
/// reports, a double ring in red is a flag, a dashed one a near miss.
final class GraphSvg {

    private static final double WIDTH = 1_200;
    private static final double HEIGHT = 900;
    private static final double FOOT = 30;
    private static final int MOST_LABELS = 60;
    private static final int INKS = 7;
    private static final int CORNERS = 24;

    private final GraphData data;
    private final float[] places;
    private final GraphSight sight;
    private final long most;

    private GraphSvg(GraphData data, float[] places) {
        this.data = data;
        this.places = places;
        sight = GraphSight.fitting(data.nodes().size(), i -> places[2 * i], i -> places[2 * i + 1], WIDTH,
                HEIGHT - FOOT);
        most = data.nodes().stream().mapToLong(GraphNode::calls).max().orElse(1);
    }

    /// Writes a picture.
    ///
    /// @param places x and y of each node
    /// @param title what it shows, written below it as well
    /// @param out is not closed
    static void write(GraphData data, float[] places, String title, OutputStream out) throws IOException {
        Typeface typeface = Typeface.load();
        try (SvgPen pen = new SvgPen(out, WIDTH, HEIGHT, typeface.drawable(title), typeface)) {
            new GraphSvg(data, places).draw(pen, typeface, title);
        }
    }

    private void draw(SvgPen pen, Typeface typeface, String title) throws IOException {
        pen.begin("edges", "");
        for (GraphEdge edge : data.edges().subList(0, Math.min(GraphPane.MOST_STILL, data.edges().size()))) {
            pen.line(new Stroke(Ink.LINE, data.strength(edge).width(), Dashes.SOLID), x(edge.from()), y(edge.from()),
                    x(edge.to()), y(edge.to()));
        }
        pen.end();
        pen.begin("users", "");
        for (int i = 0; i < data.nodes().size(); i++) {
            node(pen, typeface, i);
        }
        pen.end();
        pen.begin("names", "");
        int labels = 0;
        for (int i = 0; i < data.nodes().size() && labels < MOST_LABELS; i++) {
            if (data.nodes().get(i).isMarked() || radius(i) > 7) {
                pen.text(new Letters(Ink.TEXT, 10, Anchor.CENTRE), typeface.drawable(data.nodes().get(i).label()), x(i),
                        y(i) - radius(i) - 6);
                labels++;
            }
        }
        pen.end();
        pen.text(new Letters(Ink.FAINT, 12, Anchor.LEFT), typeface.drawable(title), 12, HEIGHT - 12);
    }

    private void node(SvgPen pen, Typeface typeface, int number) throws IOException {
        GraphNode node = data.nodes().get(number);
        pen.begin("user", typeface.drawable(node.label()));
        Ink ink = node.cluster() < 0 ? Ink.FAINT : Ink.ofGroup(Math.min(node.cluster(), INKS - 1));
        double radius = radius(number);
        double x = x(number);
        double y = y(number);
        switch (node.role()) {
            case CALLER, RECEIVER -> {
                double up = node.role() == CallRole.CALLER ? -1 : 1;
                pen.area(ink, x - radius, y - 0.8 * up * radius, x, y + 1.1 * up * radius, x + radius,
                        y - 0.8 * up * radius);
            }
            case BOTH -> pen.area(ink, circle(x, y, radius));
            case GROUP -> pen.box(ink, ink, new Rectangle(x - radius, y - radius, 2 * radius, 2 * radius));
        }
        if (node.isOfIncident()) {
            double half = radius + GraphPainter.FRAME;
            pen.line(new Stroke(Ink.FAILURE, 2, Dashes.SOLID), x - half, y - half, x + half, y - half, x + half,
                    y + half, x - half, y + half, x - half, y - half);
        }
        if (node.isFlagged()) {
            pen.line(new Stroke(Ink.FAILURE, 2, Dashes.SOLID), circle(x, y, radius + 4));
        }
        if (node.isNearMiss()) {
            pen.line(new Stroke(Ink.TEXT, 2, Dashes.DASHED), circle(x, y, radius + 4));
        }
        pen.end();
    }

    private static double[] circle(double x, double y, double radius) {
        double[] points = new double[2 * (CORNERS + 1)];
        for (int i = 0; i <= CORNERS; i++) {
            double angle = 2 * Math.PI * i / CORNERS;
            points[2 * i] = x + radius * Math.cos(angle);
            points[2 * i + 1] = y + radius * Math.sin(angle);
        }
        return points;
    }

    private double x(int node) {
        return sight.x(places[2 * node]);
    }

    private double y(int node) {
        return sight.y(places[2 * node + 1]);
    }

    private double radius(int node) {
        return GraphPainter.radius(data.nodes().get(node).calls(), (double) most);
    }
}
