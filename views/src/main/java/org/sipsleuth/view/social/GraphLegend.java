package org.sipsleuth.view.social;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.FlowPane;
import javafx.scene.paint.Color;
import org.sipsleuth.view.social.graph.CallRole;
import org.sipsleuth.view.social.graph.GraphPane;
import org.sipsleuth.view.ui.chart.ChartColours;

/// The legend of the call graph, whose check boxes show and hide users by cluster and role. Used on
/// the JavaFX thread.
public final class GraphLegend extends FlowPane {

    private static final double SWATCH = 12;

    public GraphLegend() {
        getStyleClass().add("social-legend");
    }

    /// Shows the clusters of a picture.
    ///
    /// @param model which users are hidden
    /// @param colours of the graph
    void show(SocialPicture its, SocialViewModel model, ChartColours colours) {
        List<Node> entries = new ArrayList<>();
        for (int cluster = -1; cluster < its.clusters(); cluster++) {
            int number = cluster;
            long count = its.users().stream().filter(row -> row.cluster() == number).count();
            if (count > 0) {
                entries.add(box(swatch(CallRole.GROUP, colours, GraphPane.clusterStyle(cluster)),
                        cluster < 0 ? text("social.legend.few", count)
                                : text("social.legend.cluster", Character.toString('A' + cluster), count),
                        model.isShown(number), isShown -> model.show(number, isShown)));
            }
        }
        for (CallRole role : List.of(CallRole.CALLER, CallRole.RECEIVER, CallRole.BOTH)) {
            entries.add(box(swatch(role, colours, ChartColours.TEXT), text("social.legend." + role.name()),
                    model.isShown(role), isShown -> model.show(role, isShown)));
        }
        int flagged = model.flagged().size();
        if (flagged > 0) {
            entries.add(entry(new Label(), ring(colours.fx("social-flag")), text("social.legend.flagged", flagged)));
        }
        int near = model.nearMisses().size();
        if (near > 0) {
            entries.add(entry(new Label(), dashedRing(colours), text("social.legend.near", near)));
        }
        int involved = model.involved().size();
        if (involved > 0) {
            entries.add(entry(new Label(), frame(colours), text("social.legend.incident", involved)));
        }
        getChildren().setAll(entries);
    }

    private static CheckBox box(Canvas swatch, String words, boolean isShown, Consumer<Boolean> changed) {
        CheckBox box = entry(new CheckBox(), swatch, words);
        box.setSelected(isShown);
        box.selectedProperty().addListener((_, _, isSelected) -> changed.accept(isSelected));
        return box;
    }

    private static <T extends Labeled> T entry(T entry, Canvas swatch, String words) {
        entry.setText(words);
        entry.setGraphic(swatch);
        entry.setMinWidth(USE_PREF_SIZE);
        return entry;
    }

    private static Canvas swatch(CallRole shape, ChartColours colours, String style) {
        Canvas swatch = new Canvas(SWATCH, SWATCH);
        swatch.getGraphicsContext2D().setFill(colours.fx(style));
        GraphPane.mark(swatch.getGraphicsContext2D(), shape, SWATCH / 2, SWATCH / 2, 5);
        return swatch;
    }

    private static Canvas frame(ChartColours colours) {
        Canvas swatch = new Canvas(SWATCH, SWATCH);
        GraphPane.frame(swatch.getGraphicsContext2D(), colours, SWATCH / 2, SWATCH / 2, SWATCH / 2 - 1);
        return swatch;
    }

    private static Canvas dashedRing(ChartColours colours) {
        return ring(colours.fx("social-near"), GraphPane.NEAR_DASH);
    }

    private static Canvas ring(Color colour, double... dashes) {
        Canvas swatch = new Canvas(SWATCH, SWATCH);
        GraphicsContext graphics = swatch.getGraphicsContext2D();
        graphics.setStroke(colour);
        graphics.setLineWidth(2);
        graphics.setLineDashes(dashes);
        graphics.strokeOval(1, 1, SWATCH - 2, SWATCH - 2);
        return swatch;
    }
}
