package org.sipsleuth.view.social.graph;

import static org.sipsleuth.view.ui.Texts.text;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.file.OutputFile;
import org.sipsleuth.view.session.Latest;
import org.sipsleuth.view.ui.chart.ChartColours;
import org.sipsleuth.view.ui.chart.DataTable;

/// A graph of users. Places are computed in the background and shown as they settle; a user keeps
/// its place while others of the same capture come and go. All edges are drawn once nothing moves,
/// until then the strongest. Used on the JavaFX thread.
public final class GraphPane extends Region {

    /// So many edges are drawn while nodes move.
    public static final int MOST_MOVING = 600;

    /// So many edges are drawn at all, the strongest.
    public static final int MOST_STILL = 20_000;

    /// Length of the dashes and gaps of the ring of a near miss.
    public static final double NEAR_DASH = GraphPainter.NEAR_DASH;

    private static final double LEAST_SIDE = 160;
    private static final double ZOOM = 1.15;
    private static final double NEAR = 12;
    private static final Duration STILL_AFTER = Duration.millis(160);
    private static final int STEPS_AT_ONCE = 4;

    /// So many users of incidents are named in the accessible text.
    private static final int MOST_NAMED = 12;

    private final Canvas edges = new Canvas();
    private final Canvas nodes = new Canvas();
    private final Rectangle clip = new Rectangle();
    private final Tooltip tooltip = new Tooltip();
    private final ChartColours colours = new ChartColours(this::recolour);
    private final PauseTransition still = new PauseTransition(STILL_AFTER);
    private final Executor background;
    private final Consumer<String> chosen;
    private final Latest<BufferedImage> images;
    private final Map<String, double[]> known = new HashMap<>();
    private Object placesOf = new Object();
    private GraphData data = GraphData.EMPTY;
    private float[] places = {};
    private GraphSight sight = new GraphSight(1, 0, 0);
    private boolean isFitted = true;
    private boolean isMoving;
    private boolean areEdgesStale = true;
    private int selected = -1;
    private int hovered = -1;
    private double dragX;
    private double dragY;
    private @Nullable LayoutRun run;
    private Consumer<String> opened = _ -> {};
    private Runnable onColours = () -> {};

    /// @param background where nodes are placed
    /// @param chosen hears the name of the node that the user chooses, empty for none
    public GraphPane(Executor background, Consumer<String> chosen) {
        this.background = background;
        this.chosen = chosen;
        getStyleClass().add("social-graph");
        setId("social-graph");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(text("social.graph." + data.relation().name()));
        setClip(clip);
        getChildren().addAll(colours.samples(), edges, nodes);
        still.setOnFinished(_ -> {
            isMoving = false;
            redraw();
        });
        images = new Latest<>(background, this::showAll, () -> {});
        addEventHandler(MouseEvent.MOUSE_MOVED, this::hover);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        addEventHandler(ScrollEvent.SCROLL, this::scroll);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        focusedProperty().subscribe(_ -> requestLayout());
    }

    /// Places nodes, and publishes where they are after some steps.
    private final class LayoutRun implements Runnable {

        private final GraphData its;
        private final ForceLayout layout;
        private volatile boolean isStopped;

        LayoutRun(GraphData its) {
            this.its = its;
            layout = new ForceLayout(its, Map.copyOf(known));
        }

        void stop() {
            isStopped = true;
        }

        @Override
        public void run() {
            boolean moves = true;
            for (int i = 0; i < STEPS_AT_ONCE && moves && !isStopped; i++) {
                moves = layout.step();
            }
            float[] now = new float[2 * its.nodes().size()];
            for (int i = 0; i < its.nodes().size(); i++) {
                now[2 * i] = (float) layout.x(i);
                now[2 * i + 1] = (float) layout.y(i);
            }
            boolean goesOn = moves;
            Platform.runLater(() -> placed(this, now, goesOn));
        }
    }

    private void placed(LayoutRun done, float[] now, boolean goesOn) {
        if (done != run) {
            return;
        }
        places = now;
        for (int i = 0; i < data.nodes().size(); i++) {
            known.put(data.nodes().get(i).name(), new double[]{now[2 * i], now[2 * i + 1]});
        }
        move();
        if (goesOn) {
            background.execute(done);
        } else {
            run = null;
        }
    }

    /// Shows a graph. Nodes that were there keep their places, and what settles settles on: when
    /// flags come makes no difference to where users lie.
    ///
    /// @param of what the graph is of; all nodes of another have places of their own
    public void show(Object of, GraphData shown) {
        String name = selectedName();
        if (!of.equals(placesOf)) {
            placesOf = of;
            stop();
            known.clear();
            isFitted = true;
        }
        data = shown;
        setAccessibleText(described(shown));
        selected = shown.numbers().getOrDefault(name, -1);
        hovered = -1;
        if (run != null && run.its.liesLike(shown)) {
            redraw();
            return;
        }
        boolean wasSettling = isSettling();
        stop();
        places = new float[2 * shown.nodes().size()];
        LayoutRun begun = new LayoutRun(shown);
        for (int i = 0; i < shown.nodes().size(); i++) {
            places[2 * i] = (float) begun.layout.x(i);
            places[2 * i + 1] = (float) begun.layout.y(i);
        }
        move();
        boolean isAllKnown = shown.nodes().stream().allMatch(node -> known.containsKey(node.name()));
        if (!isAllKnown || wasSettling) {
            run = begun;
            background.execute(begun);
        }
    }

    /// What the graph is, and who in it belongs to incidents.
    private static String described(GraphData shown) {
        String what = text("social.graph." + shown.relation().name());
        String parties = shown.nodes()
                .stream()
                .filter(GraphNode::isOfIncident)
                .limit(MOST_NAMED)
                .map(node -> text("social.graph.incident", node.label(), node.incident()))
                .collect(Collectors.joining(". "));
        return parties.isEmpty() ? what : what + ". " + parties;
    }

    /// Ends what is done in the background.
    public void stop() {
        if (run != null) {
            run.stop();
            run = null;
        }
    }

    /// What is shown.
    public GraphData data() {
        return data;
    }

    /// What writes the graph, as its nodes lie now, as SVG for print.
    ///
    /// @param title what it shows
    public OutputFile.Content svg(String title) {
        GraphData its = data;
        float[] now = places.clone();
        return out -> GraphSvg.write(its, now, title, out);
    }

    /// Whether nodes are still being placed.
    public boolean isSettling() {
        return run != null;
    }

    /// The style class of a cluster's colour.
    ///
    /// @param cluster from 0; below 0 for none
    public static String clusterStyle(int cluster) {
        return GraphPainter.clusterStyle(cluster);
    }

    /// Draws the shape of a role.
    public static void mark(GraphicsContext graphics, CallRole role, double x, double y, double radius) {
        GraphPainter.mark(graphics, role, x, y, radius);
    }

    /// Draws what stands behind a user of an incident.
    ///
    /// @param half of its side
    public static void frame(GraphicsContext graphics, ChartColours colours, double x, double y, double half) {
        GraphPainter.frame(graphics, colours.fx("social-incident"), x, y, half);
    }

    /// Who opens a node: by a double click, or by the enter key.
    public void setOnOpened(Consumer<String> who) {
        opened = who;
    }

    /// The colours.
    public ChartColours colours() {
        return colours;
    }

    /// Selects a node without notifying listeners, and scrolls it into view.
    ///
    /// @param name of the node; empty for none
    public void select(String name) {
        selected = data.numbers().getOrDefault(name, -1);
        if (selected >= 0 && !isInSight(selected)) {
            isFitted = false;
            sight = sight.moved(getWidth() / 2 - sight.x(places[2 * selected]),
                    getHeight() / 2 - sight.y(places[2 * selected + 1]));
        }
        redraw();
    }

    private boolean isInSight(int node) {
        double x = sight.x(places[2 * node]);
        double y = sight.y(places[2 * node + 1]);
        return x >= 0 && y >= 0 && x <= getWidth() && y <= getHeight();
    }

    private String selectedName() {
        return selected < 0 ? "" : data.nodes().get(selected).name();
    }

    /// Where a node is, in pixels of this region; empty places are those of no node.
    public Point2D placeOf(String name) {
        int node = data.numbers().getOrDefault(name, -1);
        return node < 0 ? Point2D.ZERO : new Point2D(sight.x(places[2 * node]), sight.y(places[2 * node + 1]));
    }

    private void move() {
        isMoving = true;
        still.playFromStart();
        redraw();
    }

    /// What else is drawn in these colours.
    ///
    /// @param draw called when they are known, and when the theme has changed
    public void setOnColours(Runnable draw) {
        onColours = draw;
    }

    private void recolour() {
        redraw();
        onColours.run();
    }

    private void redraw() {
        areEdgesStale = true;
        requestLayout();
    }

    /// All nodes come into sight.
    public void fit() {
        isFitted = true;
        move();
    }

    private void hover(MouseEvent event) {
        int now = nearest(event.getX(), event.getY());
        if (now != hovered) {
            hovered = now;
            Tooltip.uninstall(this, tooltip);
            if (now >= 0) {
                GraphNode node = data.nodes().get(now);
                tooltip.setText(node.tip());
                Tooltip.install(this, tooltip);
            }
            requestLayout();
        }
    }

    private int nearest(double x, double y) {
        int found = -1;
        double least = NEAR;
        for (int i = 0; i < data.nodes().size(); i++) {
            double distance = Math.hypot(sight.x(places[2 * i]) - x, sight.y(places[2 * i + 1]) - y);
            if (distance < least) {
                least = distance;
                found = i;
            }
        }
        return found;
    }

    private void press(MouseEvent event) {
        requestFocus();
        dragX = event.getX();
        dragY = event.getY();
    }

    private void drag(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY) {
            isFitted = false;
            sight = sight.moved(event.getX() - dragX, event.getY() - dragY);
            dragX = event.getX();
            dragY = event.getY();
            move();
        }
    }

    private void click(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || !event.isStillSincePress()) {
            return;
        }
        choose(nearest(event.getX(), event.getY()));
        if (event.getClickCount() == 2 && selected >= 0) {
            opened.accept(selectedName());
        }
    }

    private void choose(int node) {
        selected = node;
        chosen.accept(selectedName());
        redraw();
    }

    private void scroll(ScrollEvent event) {
        if (event.getDeltaY() != 0) {
            zoom(Math.pow(ZOOM, Math.signum(event.getDeltaY())), event.getX(), event.getY());
            event.consume();
        }
    }

    private void zoom(double factor, double x, double y) {
        isFitted = false;
        sight = sight.zoomed(factor, x, y);
        move();
    }

    private void key(KeyEvent event) {
        if (event.isControlDown() || event.isAltDown() || event.isShiftDown()) {
            return;
        }
        double middleX = getWidth() / 2;
        double middleY = getHeight() / 2;
        switch (event.getCode()) {
            case PLUS, ADD, EQUALS -> zoom(ZOOM, middleX, middleY);
            case MINUS, SUBTRACT -> zoom(1 / ZOOM, middleX, middleY);
            case HOME -> fit();
            case LEFT -> step((x, y) -> x < 0 && Math.abs(y) <= -x);
            case RIGHT -> step((x, y) -> x > 0 && Math.abs(y) <= x);
            case UP -> step((x, y) -> y < 0 && Math.abs(x) <= -y);
            case DOWN -> step((x, y) -> y > 0 && Math.abs(x) <= y);
            case ENTER -> {
                if (selected >= 0) {
                    opened.accept(selectedName());
                }
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    /// Whether a node lies in a direction.
    @FunctionalInterface
    private interface Direction {
        boolean holds(double x, double y);
    }

    /// The nearest node in a direction.
    private void step(Direction direction) {
        double fromX = selected < 0 ? getWidth() / 2 : sight.x(places[2 * selected]);
        double fromY = selected < 0 ? getHeight() / 2 : sight.y(places[2 * selected + 1]);
        IntPredicate fits = i -> i != selected
                && direction.holds(sight.x(places[2 * i]) - fromX, sight.y(places[2 * i + 1]) - fromY);
        int found = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < data.nodes().size(); i++) {
            double distance = Math.hypot(sight.x(places[2 * i]) - fromX, sight.y(places[2 * i + 1]) - fromY);
            if (distance < least && fits.test(i)) {
                least = distance;
                found = i;
            }
        }
        if (found >= 0) {
            choose(found);
            select(selectedName());
        }
    }

    /// Replaces the strongest edges by all once they are drawn, unless something has moved.
    private void drawAll(GraphPainter painter) {
        images.stop();
        if (isMoving || data.edges().size() <= MOST_MOVING) {
            return;
        }
        int width = (int) getWidth();
        int height = (int) getHeight();
        java.awt.Color colour = colours.awt(ChartColours.TEXT);
        images.compute(monitor -> EdgeImage.draw(painter, colour, MOST_STILL, width, height, monitor));
    }

    private void showAll(BufferedImage image) {
        edges.getGraphicsContext2D().clearRect(0, 0, edges.getWidth(), edges.getHeight());
        edges.getGraphicsContext2D().drawImage(EdgeImage.of(image), 0, 0);
    }

    @Override
    protected double computePrefWidth(double height) {
        return LEAST_SIDE;
    }

    @Override
    protected double computePrefHeight(double width) {
        return LEAST_SIDE;
    }

    @Override
    protected void layoutChildren() {
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        clip.setWidth(width);
        clip.setHeight(height);
        for (Canvas canvas : List.of(edges, nodes)) {
            if (canvas.getWidth() != width || canvas.getHeight() != height) {
                canvas.setWidth(width);
                canvas.setHeight(height);
                areEdgesStale = true;
            }
        }
        if (width < 1 || height < 1) {
            return;
        }
        if (isFitted) {
            sight = GraphSight.fitting(data.nodes().size(), i -> places[2 * i], i -> places[2 * i + 1], width, height);
        }
        GraphPainter painter = new GraphPainter(colours, data, places, sight, width, height);
        if (areEdgesStale) {
            areEdgesStale = false;
            painter.edges(edges.getGraphicsContext2D(), MOST_MOVING);
            drawAll(painter);
        }
        painter.nodes(nodes.getGraphicsContext2D(), selected, hovered, isFocused());
    }

    /// The users and where they lie, to be copied.
    public DataTable table() {
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < data.nodes().size(); i++) {
            GraphNode node = data.nodes().get(i);
            rows.add(List.of(node.name(), node.calls(), text("social.role." + node.role().name()), node.cluster(),
                    node.community(), node.isFlagged(), node.incident(), places[2 * i], places[2 * i + 1]));
        }
        return new DataTable(List.of("user", "calls", "role", "cluster", "community", "flagged", "incident", "x", "y"),
                rows);
    }
}
