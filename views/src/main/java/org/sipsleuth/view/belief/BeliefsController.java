package org.sipsleuth.view.belief;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.belief.detection.BeliefDetection;
import org.sipsleuth.belief.network.TrafficClass;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.report.output.VisibleText;
import org.sipsleuth.truth.read.IndexTruth;
import org.sipsleuth.view.belief.bar.BarsPane;
import org.sipsleuth.view.belief.reasoning.ReasoningPane;
import org.sipsleuth.view.belief.source.SourceList;
import org.sipsleuth.view.belief.state.Background;
import org.sipsleuth.view.belief.state.BeliefState;
import org.sipsleuth.view.belief.state.Beliefs;
import org.sipsleuth.view.belief.state.Believed;
import org.sipsleuth.view.belief.state.Focus;
import org.sipsleuth.view.belief.state.Harmless;
import org.sipsleuth.view.belief.state.Headline;
import org.sipsleuth.view.belief.state.Shown;
import org.sipsleuth.view.belief.state.SourceRow;
import org.sipsleuth.view.belief.state.Unclassed;
import org.sipsleuth.view.belief.state.UnlikePeriods;
import org.sipsleuth.view.belief.table.TablesFiling;
import org.sipsleuth.view.belief.table.TablesLearning;
import org.sipsleuth.view.belief.table.TablesPane;
import org.sipsleuth.view.belief.timeline.TimelinePane;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.session.finding.IncidentLinks;
import org.sipsleuth.view.session.finding.IncidentParties;
import org.sipsleuth.view.session.page.FileChoice;
import org.sipsleuth.view.ui.command.Command;
import org.sipsleuth.view.ui.command.CommandGroup;

/// Puts the parts of the page together and binds what is said above them.
final class BeliefsController {

    private static final String REASONING = "reasoning";
    private static final String TABLES = "tables";

    private final Beliefs beliefs;
    private final Focus focus;
    private final SelectionModel selection;
    private final ObservableValue<Optional<Investigation>> found;
    private final ObservableValue<Optional<BeliefDetection>> detected;
    private final Consumer<String> openIncident;
    private final SourceList sources;
    private final BarsPane bars;
    private final TimelinePane timeline;
    private final ReasoningPane reasoning;
    private final TablesPane tables;
    private final Supplier<Optional<String>> faultOf;
    private @Nullable Drawer drawer;
    private IncidentParties parties = IncidentParties.NONE;
    private UnlikePeriods unlike = UnlikePeriods.NONE;

    @FXML private Label headline;
    @FXML private Label summary;
    @FXML private IncidentLinks incidents;
    @FXML private ProgressBar progress;
    @FXML private Button cancel;
    @FXML private HBox periodHolder;
    @FXML private HBox tablesHolder;
    @FXML private ToggleButton reasoningButton;
    @FXML private ToggleButton tablesButton;
    @FXML private HBox content;
    @FXML private SplitPane halves;
    @FXML private StackPane sourceHolder;
    @FXML private StackPane barsHolder;
    @FXML private StackPane timelineHolder;
    @FXML private VBox page;
    @FXML private Label pageTitle;
    @FXML private Label pageAdvice;
    @FXML private Button again;

    /// @param found the incidents of the capture
    /// @param detected what the model finds in it
    /// @param openIncident shows the incident of an id
    /// @param learning learns tables from the capture
    /// @param faultOf what there is to report if the detector failed
    /// @param background for what is shown in a blink
    BeliefsController(Beliefs beliefs, Focus focus, SelectionModel selection,
            ObservableValue<Optional<Investigation>> found, ObservableValue<Optional<BeliefDetection>> detected,
            Consumer<String> openIncident, FileChoice files, TablesLearning learning,
            Supplier<Optional<String>> faultOf, Background background) {
        this.beliefs = beliefs;
        this.faultOf = faultOf;
        this.focus = focus;
        this.selection = selection;
        this.found = found;
        this.detected = detected;
        this.openIncident = openIncident;
        sources = new SourceList(focus::choose, openIncident);
        bars = new BarsPane(this::explain);
        reasoning = new ReasoningPane(focus);
        tables = new TablesPane(beliefs.tables(),
                new TablesFiling(beliefs.tables(), files, background, beliefs::outputRules), learning);
        timeline = new TimelinePane(focus, background);
    }

    @FXML
    private void initialize() {
        sourceHolder.getChildren().setAll(sources.root());
        barsHolder.getChildren().setAll(bars.root());
        timelineHolder.getChildren().setAll(timeline.root());
        periodHolder.getChildren().setAll(new PeriodChoice(beliefs.settingsProperty()).nodes());
        tablesHolder.getChildren().setAll(new TablesBox(beliefs.tables()).root());
        Drawer parts = new Drawer(halves);
        parts.add(REASONING, reasoning.root(), reasoningButton);
        parts.add(TABLES, tables.root(), tablesButton);
        drawer = parts;
        headline.setTooltip(new Tooltip());
        headline.getTooltip().textProperty().bind(headline.textProperty());
        headline.managedProperty().bind(headline.textProperty().isNotEmpty());
        summary.setTooltip(new Tooltip());
        summary.getTooltip().textProperty().bind(summary.textProperty());
        cancel.visibleProperty().bind(progress.visibleProperty());
        cancel.managedProperty().bind(progress.visibleProperty());
        progress.managedProperty().bind(progress.visibleProperty());
        beliefs.stateProperty().subscribe(this::show);
        focus.shownProperty().subscribe(this::look);
        focus.unlistedProperty().subscribe(_ -> summarize());
        found.subscribe(_ -> involve());
        detected.subscribe(this::mark);
    }

    /// Shows how far a run is.
    void follow(ObservableValue<? extends Number> how) {
        progress.progressProperty().unbind();
        progress.progressProperty().bind(how);
    }

    /// What can be done here.
    CommandGroup commands() {
        return new CommandGroup("belief.help",
                List.of(Command.of("belief.key.reasoning", "Ctrl+R", () -> turn(REASONING)),
                        Command.of("belief.key.tables", "Ctrl+Shift+R", () -> turn(TABLES))));
    }

    private void turn(String part) {
        if (drawer != null) {
            drawer.turn(part);
        }
    }

    private void explain(TrafficClass trafficClass) {
        if (drawer != null) {
            drawer.open(REASONING);
        }
        reasoning.mark(trafficClass);
    }

    /// Shows or hides the ground truth.
    void showTruth(Optional<IndexTruth> truth) {
        timeline.showTruth(truth);
    }

    @FXML
    private void cancel() {
        beliefs.cancel();
    }

    @FXML
    private void again() {
        beliefs.again();
    }

    private void show(BeliefState state) {
        Optional<Believed> believed = state.believed();
        progress.setVisible(state instanceof BeliefState.Counting);
        sources.show(believed);
        involve();
        boolean hasAny = believed.isPresent();
        content.setVisible(hasAny);
        page.setVisible(!hasAny);
        summarize();
        String key = switch (state) {
            case BeliefState.NoCapture _ -> "capture";
            case BeliefState.Counting _ -> "counting";
            case BeliefState.Known _ -> "known";
            case BeliefState.Stopped _ -> "stopped";
            case BeliefState.Failed _ -> "failed";
        };
        pageTitle.setText(text("belief.page." + key));
        String advice = text("belief.page." + key + ".advice");
        pageAdvice.setText(state instanceof BeliefState.Failed ? faultOf.get().orElse(advice) : advice);
        boolean canBegin = state instanceof BeliefState.Stopped || state instanceof BeliefState.Failed;
        setShown(again, canBegin);
    }

    private void summarize() {
        String unlisted = focus.unlistedProperty().get();
        summary.setText((unlisted.isEmpty() ? "" : text("belief.source.unlisted", VisibleText.of(unlisted, true)) + " ")
                + beliefs.stateProperty().get().believed().map(this::summary).orElse(""));
    }

    /// Shows which sources are actors of incidents.
    private void involve() {
        parties = IncidentParties.of(found.getValue(), beliefs.index());
        sources.involve(parties);
        summarize();
        link(focus.shownProperty().get());
    }

    /// Shows what is unlike normal.
    private void mark(Optional<BeliefDetection> now) {
        unlike = UnlikePeriods.of(now);
        sources.mark(unlike);
        bars.mark(unlike);
        summarize();
        link(focus.shownProperty().get());
    }

    private void link(Optional<Shown> shown) {
        Optional<SourceRow> row = shown.map(Shown::row).filter(source -> !source.periods().isTogether());
        List<Incident> its = row.map(each -> parties.ofActor(each.name())).orElse(List.of());
        incidents.show(its, openIncident);
        bars.note(Unclassed.of(row.map(SourceRow::name).orElse(""), its), harmless(row));
        headline.setText(shown.map(source -> Headline.of(source.row(), harmless(row), its) + unlike.after(source.row()))
                .orElse(""));
    }

    private Harmless harmless(Optional<SourceRow> row) {
        return row.map(each -> Harmless.of(each.name(), parties.ofActor(each.name()))).orElse(Harmless.NOTHING);
    }

    private String summary(Believed believed) {
        List<SourceRow> suspects = believed.suspects()
                .stream()
                .filter(each -> !harmless(Optional.of(each)).explains(each.verdicts().attacks()))
                .toList();
        String attacks = suspects.stream()
                .flatMap(source -> source.verdicts().attacks().stream())
                .distinct()
                .sorted()
                .map(each -> text("belief.short." + each.word()))
                .collect(Collectors.joining(", "));
        int tooFew = believed.tooFew();
        return text("belief.summary", suspects.size(), believed.sources().size() - tooFew, attacks, tooFew,
                unlike.sources());
    }

    private void look(Optional<Shown> shown) {
        sources.mark(shown);
        link(shown);
        bars.show(shown);
        reasoning.show(shown);
        timeline.show(shown, selection.get().time());
    }

    private static void setShown(Node node, boolean isShown) {
        node.setVisible(isShown);
        node.setManaged(isShown);
    }
}
