package org.sipsleuth.view.sequence.prediction;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.Line;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.VLineTo;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.sequence.novelty.DialogSteps;
import org.sipsleuth.triage.Departure;
import org.sipsleuth.view.sequence.prediction.hop.HopMoment;
import org.sipsleuth.view.ui.Texts;

/// The surprise of all messages of a dialog on their hops, a bar each, with the current one marked
/// and the departing ones in the colour of the unknown, the first with its number. A click goes to the
/// message.
final class SurpriseBars extends Pane {

    private static final double HEIGHT = 54;
    private static final double TOP = 15;
    private static final double BOTTOM = 6;
    private static final double GAP = 2;
    private static final double WIDEST = 14;
    private static final double LEAST = 1.5;

    /// A bar of this surprise is as high as any.
    private static final double MOST_BITS = 20;

    private final Path usual = path("surprise-usual");
    private final Path departing = path("surprise-departing");
    private final Path none = path("surprise-none");
    private final Path current = path("surprise-current");
    private final Line base = new Line();
    private final Text number = new Text();
    private final Tooltip tip = new Tooltip();
    private @Nullable HopMoment moment;
    private int[] messages = {};
    private @Nullable Drawn drawn;

    /// What the bars were drawn of: they are left alone while the dialog is only stepped through.
    private record Drawn(DialogSteps steps, List<Departure> departures, double width) {}

    /// @param goTo makes a message of the index the current one
    SurpriseBars(IntConsumer goTo) {
        getStyleClass().add("surprise-bars");
        setId("prediction-bars");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        base.getStyleClass().add("surprise-base");
        number.getStyleClass().add("surprise-number");
        number.setTextOrigin(VPos.TOP);
        getChildren().addAll(base, none, usual, departing, current, number);
        getChildren().forEach(node -> node.setMouseTransparent(true));
        getChildren().forEach(node -> node.setManaged(false));
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> tip.setText(words(messageAt(event.getX()))));
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            int message = messageAt(event.getX());
            if (message >= 0 && event.getButton() == MouseButton.PRIMARY) {
                goTo.accept(message);
                event.consume();
            }
        });
        Tooltip.install(this, tip);
    }

    private static Path path(String style) {
        Path path = new Path();
        path.getStyleClass().setAll(style);
        return path;
    }

    void show(HopMoment now) {
        moment = now;
        messages = now.course().steps().messages();
        setAccessibleText(Texts.text("sequence.prediction.hop.bars.accessible") + ". " + words(now.message()));
        requestLayout();
    }

    private int messageAt(double x) {
        int place = (int) Math.floor(x / bar());
        return place < 0 || place >= messages.length ? -1 : messages[place];
    }

    private double bar() {
        return Math.min(WIDEST, getWidth() / Math.max(1, messages.length));
    }

    @Override
    protected void layoutChildren() {
        HopMoment now = moment;
        if (now == null || getWidth() <= 0) {
            return;
        }
        double foot = HEIGHT - BOTTOM;
        DialogSteps steps = now.course().steps();
        Drawn wanted = new Drawn(steps, now.course().departures(), getWidth());
        if (!wanted.equals(drawn)) {
            drawn = wanted;
            line(foot);
            bars(now, foot);
        }
        current.getElements().clear();
        int place = steps.place(now.message()) - 1;
        if (place >= 0) {
            rectangle(current, Math.floor(place * bar()) - 1, foot + 2, width() + 2, BOTTOM - 3);
        }
    }

    private double width() {
        double bar = bar();
        return Math.max(1, bar >= 3 * GAP ? Math.floor(bar - GAP) : Math.ceil(bar));
    }

    private void bars(HopMoment now, double foot) {
        for (Path path : new Path[]{usual, departing, none}) {
            path.getElements().clear();
        }
        number.setText("");
        DialogSteps steps = now.course().steps();
        int first = now.course().departures().stream().findFirst().map(Departure::message).orElse(-1);
        double bar = bar();
        double width = width();
        double lastLeft = -1;
        double highest = 0;
        for (int place = 0; place < messages.length; place++) {
            int message = messages[place];
            double left = Math.floor(place * bar);
            double bits = steps.bits(message);
            double height = Math.max(LEAST, Math.min(1, bits / MOST_BITS) * (foot - TOP));
            boolean isSame = left <= lastLeft;
            boolean departs = now.course().departsAt(message);
            if (!isSame || height > highest || departs) { // the highest of each pixel
                highest = isSame ? Math.max(highest, height) : height;
                lastLeft = left;
                Path path = departs ? departing : steps.isStep(message) ? usual : none;
                rectangle(path, left, foot - height, width, height);
            }
            if (message == first) {
                number(left + width / 2, foot - height, bits);
            }
        }
    }

    private void line(double foot) {
        base.setStartX(0);
        base.setEndX(getWidth());
        base.setStartY(foot + 0.5);
        base.setEndY(foot + 0.5);
    }

    private void number(double middle, double top, double bits) {
        number.setText("▲ " + Texts.text("sequence.prediction.hop.bits.number", bits));
        double width = number.getLayoutBounds().getWidth();
        number.relocate(Math.clamp(middle - width / 2, 0, Math.max(0, getWidth() - width)), Math.max(0, top - TOP));
    }

    private static void rectangle(Path path, double left, double top, double width, double height) {
        path.getElements()
                .addAll(new MoveTo(left, top), new HLineTo(left + width), new VLineTo(top + height), new HLineTo(left),
                        new ClosePath());
    }

    private String words(int message) {
        HopMoment now = moment;
        return now == null || message < 0 ? "" : now.at(message).barText();
    }
}
