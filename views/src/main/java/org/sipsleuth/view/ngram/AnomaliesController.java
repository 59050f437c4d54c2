package org.sipsleuth.view.ngram;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.ngram.detection.NgramModel;
import org.sipsleuth.view.ngram.AnomaliesViewModel.Phase;
import org.sipsleuth.view.ngram.AnomaliesViewModel.Scope;
import org.sipsleuth.view.ngram.departure.DeparturesPane;
import org.sipsleuth.view.ngram.heat.HeatPane;
import org.sipsleuth.view.ngram.heat.HeatRows;
import org.sipsleuth.view.ngram.heat.HeatZoom;
import org.sipsleuth.view.ngram.message.PairPane;
import org.sipsleuth.view.ngram.signature.SignaturePane;
import org.sipsleuth.view.session.model.ModelMenu;
import org.sipsleuth.view.session.model.ModelNote;
import org.sipsleuth.view.session.page.Workplace;
import org.sipsleuth.view.ui.chart.ChartColours;
import org.sipsleuth.view.ui.chart.ChartCopies;
import org.sipsleuth.view.ui.chart.ScoreCounts;
import org.sipsleuth.view.ui.chart.ThresholdCurve;
import org.sipsleuth.view.ui.command.Command;
import org.sipsleuth.view.ui.command.CommandGroup;

/// Binds the parts of the page.
final class AnomaliesController {

    private final AnomaliesViewModel model;
    private final Workplace place;
    private final HeatPane heat;
    private final PairPane pair;
    private final ThresholdCurve curve;
    private final DeparturesPane departures;
    private final SignaturePane signature;

    @FXML private Label headline;
    @FXML private Label summary;
    @FXML private ProgressBar progress;
    @FXML private ToggleButton all;
    @FXML private ToggleButton selected;
    @FXML private ToggleButton cluster;
    @FXML private ToggleButton fourBytes;
    @FXML private ToggleButton oneByte;
    @FXML private ToggleButton letters;
    @FXML private ToggleButton fields;
    @FXML private MenuButton copy;
    @FXML private Node misfit;
    @FXML private Label banner;
    @FXML private StackPane modelHolder;
    @FXML private StackPane noteHolder;
    @FXML private Node content;
    @FXML private StackPane heatHolder;
    @FXML private Label noRows;
    @FXML private Label messageTitle;
    @FXML private Label normalTitle;
    @FXML private Label explanation;
    @FXML private Label headers;
    @FXML private Label grams;
    @FXML private StackPane pairHolder;
    @FXML private Label curveTitle;
    @FXML private Label counts;
    @FXML private StackPane curveHolder;
    @FXML private ToggleButton thresholdTab;
    @FXML private ToggleButton departuresTab;
    @FXML private ToggleButton signatureTab;
    @FXML private Node thresholdPart;
    @FXML private StackPane departuresPart;
    @FXML private StackPane signaturePart;
    @FXML private VBox page;
    @FXML private Label pageTitle;
    @FXML private Label pageAdvice;
    @FXML private Button again;

    private final ModelNote modelNote = new ModelNote();
    private final ModelMenu models;

    AnomaliesController(AnomaliesViewModel model, Workplace place) {
        this.model = model;
        this.place = place;
        heat = new HeatPane(place.background().pool(), model::choose, this::moveThreshold);
        pair = new PairPane(heat.colours(), model::chooseByte);
        curve = new ThresholdCurve(heat.colours(), "ngram", ThresholdCurve.Axis.LOGARITHMIC, this::moveThreshold);
        models = new ModelMenu(place, NgramModel.KIND, modelNote);
        departures = new DeparturesPane(model::chooseByte);
        signature =
                new SignaturePane(model::sets, place.background().pool(), place.files().apply(SignaturePane.BUNDLES));
    }

    @FXML
    private void initialize() {
        modelHolder.getChildren().setAll(models);
        noteHolder.getChildren().setAll(modelNote);
        heatHolder.getChildren().addFirst(heat);
        pairHolder.getChildren().setAll(pair);
        curveHolder.getChildren().setAll(curve);
        departuresPart.getChildren().setAll(departures.root());
        signaturePart.getChildren().setAll(signature.root());
        toggle(Map.of(thresholdTab, thresholdPart, departuresTab, departuresPart, signatureTab, signaturePart),
                thresholdTab, this::showPart);
        showPart(thresholdPart);
        headers.managedProperty().bind(headers.textProperty().isNotEmpty());
        heat.setOnColours(() -> {
            pair.redraw();
            curve.requestLayout();
        });
        ChartCopies.install(copy, heat, () -> heat.colours().fx(ChartColours.GROUND), heat::data);
        toggle(Map.of(all, Scope.ALL, selected, Scope.SELECTION, cluster, Scope.CLUSTER), all,
                model.scopeProperty()::set);
        toggle(Map.of(fourBytes, HeatZoom.FOUR_BYTES, oneByte, HeatZoom.BYTE, letters, HeatZoom.LETTERS, fields,
                HeatZoom.FIELDS), fourBytes, heat::setZoom);
        model.phaseProperty().subscribe(this::showPhase);
        model.rowsProperty().subscribe(this::showRows);
        model.detailsProperty().subscribe(this::showDetails);
        model.offsetProperty().subscribe(_ -> showByte());
        model.countsProperty().subscribe(_ -> showThreshold());
        model.thresholdProperty().subscribe(_ -> showThreshold());
        model.messagesProperty().subscribe(_ -> {
            showThreshold();
            signature.refresh();
        });
    }

    private void showPart(Node part) {
        for (Node each : List.of(thresholdPart, departuresPart, signaturePart)) {
            setShown(each, each.equals(part));
        }
    }

    private static <T> void toggle(Map<ToggleButton, T> values, ToggleButton first, Consumer<T> chosen) {
        ToggleGroup group = new ToggleGroup();
        group.getToggles().setAll(values.keySet());
        group.selectToggle(first);
        group.selectedToggleProperty().addListener((_, old, now) -> {
            if (now == null) {
                group.selectToggle(old);
            } else if (now instanceof ToggleButton button) {
                chosen.accept(Objects.requireNonNull(values.get(button)));
            }
        });
    }

    /// What can be done here.
    CommandGroup commands() {
        return new CommandGroup("ngram.help",
                List.of(Command.when("ngram.key.before", "Shift+Q", () -> model.step(-1)),
                        Command.when("ngram.key.after", "Shift+X", () -> model.step(1)),
                        Command.of("ngram.key.heat", "Shift+U", heat::focus),
                        Command.of("ngram.key.message", "Shift+Y", pair::requestFocus),
                        Command.of("ngram.key.zoom", "Shift+Z", this::zoom),
                        Command.of("ngram.key.curve", "Shift+K", this::toThreshold),
                        Command.of("ngram.key.departures", "Shift+D", departuresTab::fire),
                        Command.of("ngram.key.signature", "Shift+S", signatureTab::fire)));
    }

    private void toThreshold() {
        thresholdTab.setSelected(true);
        curve.requestFocus();
    }

    private void zoom() {
        List<ToggleButton> order = List.of(fourBytes, oneByte, letters, fields);
        int now = order.indexOf(fourBytes.getToggleGroup().getSelectedToggle());
        order.get((now + 1) % order.size()).fire();
    }

    @FXML
    private void reset() {
        model.resetThreshold();
    }

    @FXML
    private void again() {
        place.session().again(NgramModel.KIND);
    }

    private void moveThreshold(double at) {
        model.thresholdProperty().set(at);
    }

    private void showPhase(Phase phase) {
        boolean isKnown = phase == Phase.KNOWN;
        progress.setVisible(phase == Phase.RUNNING);
        setShown(content, isKnown);
        setShown(page, !isKnown);
        for (Node node : List.of(all, selected, cluster, copy)) {
            setShown(node, isKnown);
        }
        setShown(again, phase == Phase.STOPPED || phase == Phase.FAILED);
        if (!isKnown) {
            setShown(banner, false);
            headline.setText("");
            summary.setText("");
            pageTitle.setText(text("ngram.page." + phase));
            String advice = text("ngram.page." + phase + ".advice");
            pageAdvice
                    .setText(phase == Phase.FAILED ? place.session().faultOf(NgramModel.KIND).orElse(advice) : advice);
        }
        showThreshold();
    }

    private void showRows(Optional<RankedRows> rows) {
        showThreshold();
        heat.show(rows.<HeatRows>map(ranking -> ranking).orElse(HeatRows.NONE));
        noRows.setVisible(rows.filter(ranking -> ranking.count() == 0).isPresent());
        showDetails(model.detailsProperty().get());
    }

    private void showDetails(Optional<Details> details) {
        pair.show(details.map(Details::pair), heat.full());
        if (details.isEmpty() || model.messagesProperty().get().isEmpty()) {
            departures.show(List.of());
            for (Label label : List.of(messageTitle, normalTitle, explanation, headers, grams)) {
                label.setText("");
            }
            return;
        }
        Details its = details.get();
        MessageTable table = model.messagesProperty().get().get().index().messages();
        messageTitle.setText(text("frame.title", model.messagesProperty().get().get().index().title(its.message()),
                table.endpoint(table.source(its.message())), table.endpoint(table.destination(its.message()))));
        normalTitle.setText(Double.isNaN(its.explained().distance()) ? text("ngram.normal.none")
                : text("ngram.normal", String.format(Locale.ROOT, "%.2f", its.explained().distance())));
        departures.show(its.explained().departures());
        explanation.setText(ScoreReasons.defects(its.explained()));
        headers.setText(ScoreReasons.headers(its.explained()));
        grams.setText(ScoreReasons.grams(its.explained()));
        showByte();
    }

    private void showByte() {
        Optional<Details> details = model.detailsProperty().get();
        OptionalInt at = model.offsetProperty().get();
        int row =
                details.flatMap(message -> model.rowsProperty().get().map(r -> r.rowOf(message.message()))).orElse(-1);
        heat.select(row, at.orElse(-1));
        int most = details.map(message -> message.explained().heat().mostAt()).orElse(-1);
        pair.mark(at.orElse(most));
    }

    private void showThreshold() {
        Optional<ScoredMessages> messages = model.messagesProperty().get();
        if (messages.isEmpty() || model.phaseProperty().get() != Phase.KNOWN) {
            heat.setThreshold(Double.NaN);
            curve.show(Optional.empty(), 0);
            return;
        }
        ScoredMessages its = messages.get();
        double at = model.thresholdProperty().get();
        boolean fits = its.misfit().isEmpty();
        heat.setThreshold(fits ? at : Double.NaN);
        Optional<ScoreCounts> known = model.countsProperty().get();
        curve.show(known, at);
        banner.setText(fits ? its.drift() : its.misfit());
        setShown(misfit, !banner.getText().isEmpty());
        curveTitle.setText(text(
                known.filter(ScoreCounts::hasRoc).isPresent() ? "ngram.curve.title.roc" : "ngram.curve.title.share",
                String.format(Locale.ROOT, "%.3g", at)));
        known.ifPresent(sorted -> {
            ScoreCounts.Counts now = sorted.at(at);
            headline.setText(fits ? text("ngram.headline", now.flagged(), now.scored())
                    : text("ngram.headline.ranked", now.scored()));
            summary.setText(text("ngram.summary", its.model(), fits ? its.clusters() : 0,
                    its.markedBelow(fits ? at : Double.POSITIVE_INFINITY)));
            counts.setText(sorted.hasRoc()
                    ? text("ngram.counts.roc", percent(now.foundShare()), percent(now.falseShare()),
                            String.format(Locale.ROOT, "%.3f", sorted.area()))
                    : text("ngram.counts", now.flagged(), now.scored(), percent(now.flaggedShare())));
        });
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static void setShown(Node node, boolean isShown) {
        node.setVisible(isShown);
        node.setManaged(isShown);
    }

    @FXML
    private void learn() {
        models.learn();
    }
}
