package org.sipsleuth.view.belief.source;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.sipsleuth.belief.network.TrafficClass;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.view.belief.state.BeliefWords;
import org.sipsleuth.view.belief.state.ClassStyle;
import org.sipsleuth.view.belief.state.Harmless;
import org.sipsleuth.view.belief.state.SourcePeriods.Standing;
import org.sipsleuth.view.belief.state.SourceRow;
import org.sipsleuth.view.belief.state.Unclassed;
import org.sipsleuth.view.session.finding.IncidentLinks;
import org.sipsleuth.view.session.finding.IncidentParties;
import org.sipsleuth.view.ui.ItemCell;

/// A source as a small multiple: the six bars of its strongest period, upright, beside its name.
final class SourceCell extends ItemCell<SourceRow> {

    private static final PseudoClass SUSPECT = PseudoClass.getPseudoClass("suspect");
    private static final PseudoClass DOUBTFUL = PseudoClass.getPseudoClass("doubtful");
    private static final double HEIGHT = 44;
    private static final double LEAST_HEIGHT = 1;

    private final Map<TrafficClass, Region> bars = new EnumMap<>(TrafficClass.class);
    private final Label name = new Label();
    private final Label belief = new Label();
    private final Label counts = new Label();
    private final HBox row;

    private final IncidentLinks links = new IncidentLinks();
    private final Function<SourceRow, List<Incident>> incidents;
    private final Predicate<SourceRow> isUnlike;
    private final Consumer<String> openIncident;

    /// @param incidents those that a source is an actor of
    /// @param isUnlike whether a source is reported as unlike normal ones
    /// @param openIncident shows the incident of an id
    SourceCell(Function<SourceRow, List<Incident>> incidents, Predicate<SourceRow> isUnlike,
            Consumer<String> openIncident) {
        this.incidents = incidents;
        this.isUnlike = isUnlike;
        this.openIncident = openIncident;
        HBox small = new HBox();
        small.getStyleClass().add("small-bars");
        small.setAlignment(Pos.BOTTOM_LEFT);
        for (TrafficClass each : TrafficClass.all()) {
            Region bar = new Region();
            bar.getStyleClass().addAll("small-bar", ClassStyle.styleClass(each));
            bars.put(each, bar);
            small.getChildren().add(bar);
        }
        name.getStyleClass().add("source-name");
        belief.getStyleClass().add("source-belief");
        counts.getStyleClass().add("source-counts");
        name.setTooltip(new Tooltip());
        name.getTooltip().textProperty().bind(name.textProperty());
        counts.setTooltip(new Tooltip());
        counts.getTooltip().textProperty().bind(counts.textProperty());
        belief.setMinWidth(0);
        belief.setTooltip(new Tooltip());
        belief.getTooltip().textProperty().bind(belief.textProperty());
        VBox words = new VBox(name, belief, counts, links);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        row = new HBox(small, words);
        row.getStyleClass().add("source-row");
        row.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
    }

    @Override
    protected void show(SourceRow source) {
        List<Incident> its = incidents.apply(source);
        Harmless harmless = Harmless.of(source.name(), its);
        boolean isSuspect = source.isSuspect() && !harmless.explains(source.verdicts().attacks());
        pseudoClassStateChanged(SUSPECT, isSuspect);
        pseudoClassStateChanged(DOUBTFUL, source.standing() != Standing.BELIEVED);
        bars.forEach((each, bar) -> {
            double height = HEIGHT * source.belief().classes().get(each);
            bar.setMinHeight(Math.max(LEAST_HEIGHT, height));
            bar.setMaxHeight(Math.max(LEAST_HEIGHT, height));
        });
        name.setText((isSuspect ? "▲ " : "") + BeliefWords.name(source.periods()));
        String words = Unclassed.of(source.name(), its).before(BeliefWords.of(source, harmless));
        belief.setText(isUnlike.test(source) ? text("belief.source.unlike", words) : words);
        counts.setText(text("belief.source.counts", source.messages(), source.periods().all().size()));
        links.show(its.stream().limit(1).toList(), openIncident);
        setAccessibleText(name.getText() + ", " + belief.getText() + ", " + counts.getText()
                + (its.isEmpty() ? "" : ", " + IncidentParties.titles(its)));
        setGraphic(row);
    }

    @Override
    protected void clear() {
        pseudoClassStateChanged(SUSPECT, false);
        pseudoClassStateChanged(DOUBTFUL, false);
    }
}
