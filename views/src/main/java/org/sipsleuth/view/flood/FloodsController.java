package org.sipsleuth.view.flood;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Executor;
import javafx.fxml.FXML;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Skin;
import javafx.scene.control.Slider;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.flood.detection.FloodModel;
import org.sipsleuth.flood.network.NetworkKind;
import org.sipsleuth.view.flood.FloodsViewModel.Flood;
import org.sipsleuth.view.flood.FloodsViewModel.Phase;
import org.sipsleuth.view.flood.FloodsViewModel.Target;
import org.sipsleuth.view.flood.lane.FloodWords;
import org.sipsleuth.view.flood.lane.LanePane;
import org.sipsleuth.view.flood.threshold.ScoredWindows;
import org.sipsleuth.view.flood.traffic.Traffic;
import org.sipsleuth.view.flood.window.WhyPane;
import org.sipsleuth.view.flood.window.WindowDetails;
import org.sipsleuth.view.flood.window.WindowPane;
import org.sipsleuth.view.session.Selection.TimeRange;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.session.page.Workplace;
import org.sipsleuth.view.ui.ItemCell;
import org.sipsleuth.view.ui.PresentedSplit;
import org.sipsleuth.view.ui.UtcTime;
import org.sipsleuth.view.ui.chart.ChartColours;
import org.sipsleuth.view.ui.chart.ChartCopies;
import org.sipsleuth.view.ui.chart.ScoreCounts;
import org.sipsleuth.view.ui.chart.ThresholdCurve;
import org.sipsleuth.view.ui.command.Command;
import org.sipsleuth.view.ui.command.CommandGroup;

/// Puts the parts of the page together and binds them.
final class FloodsController {

    /// From this width on reasons, threshold and list have room beside each other.
    private static final double WIDE = 1400;

    private final FloodsViewModel model;
    private final SelectionModel selection;
    private final Workplace place;
    private final LanePane lanes;
    private final WindowPane window;
    private final WhyPane why;
    private final ThresholdCurve curve;
    private boolean isListing;

    private static final double LEAST_LANES = 220;

    private @Nullable PresentedSplit presented;

    @FXML private Label headline;
    @FXML private Label summary;
    @FXML private ProgressBar progress;
    @FXML private ComboBox<Target> target;
    @FXML private ComboBox<NetworkKind> network;
    @FXML private Label rule;
    @FXML private Label banner;
    @FXML private VBox root;
    @FXML private HBox tabs;
    @FXML private ToggleButton whyTab;
    @FXML private ToggleButton thresholdTab;
    @FXML private ToggleButton listTab;
    @FXML private Node whyPart;
    @FXML private Node thresholdPart;
    @FXML private Node listPart;
    @FXML private ToggleButton logarithmic;
    @FXML private MenuButton copy;
    @FXML private SplitPane content;
    @FXML private Region lower;
    @FXML private StackPane laneHolder;
    @FXML private Label windowWords;
    @FXML private StackPane windowHolder;
    @FXML private Label whyTitle;
    @FXML private StackPane whyHolder;
    @FXML private Label listTitle;
    @FXML private ListView<Flood> list;
    @FXML private VBox details;
    @FXML private Label detailTitle;
    @FXML private Label detailWords;
    @FXML private Label thresholdTitle;
    @FXML private Slider slider;
    @FXML private Label counts;
    @FXML private StackPane curveHolder;
    @FXML private VBox page;
    @FXML private Label pageTitle;
    @FXML private Label pageAdvice;
    @FXML private Button again;

    FloodsController(FloodsViewModel model, Workplace place) {
        this.model = model;
        this.place = place;
        selection = place.selection();
        Executor background = place.background().pool();
        lanes = new LanePane(selection, background, model::lookAt);
        window = new WindowPane(lanes.colours());
        why = new WhyPane(lanes.colours());
        curve = new ThresholdCurve(lanes.colours(), "flood", ThresholdCurve.Axis.PROBABILITY,
                model.thresholdProperty()::set);
    }

    /// Leaves the room of a low page to the lanes.
    void present(boolean isPresenting) {
        laneHolder.setMinHeight(isPresenting ? 0 : LEAST_LANES);
        summary.setVisible(!isPresenting); // the verdict needs the line
        summary.setManaged(!isPresenting);
        Objects.requireNonNull(presented).present(isPresenting);
    }

    @FXML
    private void initialize() {
        presented = new PresentedSplit(content, lower);
        laneHolder.getChildren().setAll(lanes);
        windowHolder.getChildren().setAll(window.root());
        whyHolder.getChildren().setAll(why.root());
        curveHolder.getChildren().setAll(curve);
        lanes.setOnColours(() -> {
            showWindow(model.detailsProperty().get());
            showThreshold();
        });
        ChartCopies.install(copy, lanes, () -> lanes.colours().fx(ChartColours.GROUND), lanes::data);
        logarithmic.selectedProperty().subscribe(is -> lanes.setLogarithmic(is));
        ItemCell.show(target, FloodsController::words);
        target.valueProperty().addListener((_, _, chosen) -> chosen(chosen));
        network.getItems().setAll(NetworkKind.values());
        ItemCell.show(network, FloodsController::name);
        network.valueProperty().bindBidirectional(model.networkProperty());
        list.setCellFactory(_ -> ItemCell.of(FloodsController::words));
        list.getSelectionModel().selectedItemProperty().addListener((_, _, chosen) -> chosen(chosen));
        list.setPlaceholder(new Label(text("flood.headline", 0)));
        ToggleGroup shown = new ToggleGroup();
        shown.getToggles().setAll(whyTab, thresholdTab, listTab);
        shown.selectToggle(whyTab);
        shown.selectedToggleProperty().addListener((_, old, now) -> {
            if (now == null) {
                shown.selectToggle(old);
            }
            showParts();
        });
        root.widthProperty().subscribe(_ -> showParts());
        model.phaseProperty().subscribe(this::showPhase);
        model.targetsProperty().subscribe(this::showTargets);
        model.floodsProperty().subscribe(this::showFloods);
        model.trafficProperty().subscribe(this::showTraffic);
        model.openedProperty().subscribe(flood -> flood.ifPresent(this::showOpened));
        model.windowProperty().subscribe(_ -> lanes.mark(model.windowRange()));
        model.detailsProperty().subscribe(this::showWindow);
        slider.valueProperty().bindBidirectional(model.thresholdProperty());
        slider.skinProperty().subscribe(this::alignSlider);
        model.thresholdProperty().subscribe(_ -> showThreshold());
        model.networkProperty().subscribe(_ -> showThreshold());
        model.scoredProperty().subscribe(_ -> showThreshold());
        model.verdictProperty().subscribe(this::showVerdict);
        showDetails(null);
    }

    /// The middle of the slider's thumb is where the curve below it has the same threshold.
    private void alignSlider(@Nullable Skin<?> skin) {
        if (skin != null && slider.lookup(".thumb") instanceof Region thumb) {
            thumb.widthProperty().subscribe(width -> {
                double beyond = width.doubleValue() / 2;
                VBox.setMargin(slider, new Insets(0, ThresholdCurve.RIGHT - beyond, 0, ThresholdCurve.LEFT - beyond));
            });
        }
    }

    /// One beside the other if there is room, and one at a time if not.
    private void showParts() {
        boolean isWide = root.getWidth() >= WIDE;
        setShown(tabs, !isWide);
        setShown(whyPart, isWide || whyTab.isSelected());
        setShown(thresholdPart, isWide || thresholdTab.isSelected());
        setShown(listPart, isWide || listTab.isSelected());
    }

    /// What can be done here.
    CommandGroup commands() {
        return new CommandGroup("flood.help",
                List.of(Command.when("flood.key.before", "Shift+V", () -> model.step(-1)),
                        Command.when("flood.key.after", "V", () -> model.step(1)),
                        Command.when("flood.key.flood.before", "Shift+O", () -> model.stepFlood(-1)),
                        Command.when("flood.key.flood.after", "O", () -> model.stepFlood(1)),
                        Command.of("flood.key.lanes", "Shift+T", lanes::focus),
                        Command.of("flood.key.log", "Shift+L", logarithmic::fire)));
    }

    @FXML
    private void before() {
        model.step(-1);
    }

    @FXML
    private void after() {
        model.step(1);
    }

    @FXML
    private void reset() {
        model.resetThreshold();
    }

    @FXML
    private void again() {
        place.session().again(FloodModel.KIND);
    }

    @FXML
    private void dialogs() {
        Flood chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            place.window().showDialogs(model.dialogsOf(chosen), "");
        }
    }

    private void showPhase(Phase phase) {
        boolean isKnown = phase == Phase.KNOWN || phase == Phase.TOO_FEW;
        progress.setVisible(phase == Phase.RUNNING);
        setShown(content, isKnown);
        setShown(page, !isKnown);
        setShown(target, isKnown);
        setShown(network, isKnown);
        setShown(logarithmic, isKnown);
        setShown(copy, isKnown);
        setShown(banner, false);
        setShown(rule, isKnown);
        if (!isKnown) {
            pageTitle.setText(text("flood.page." + phase));
            String advice = text("flood.page." + phase + ".advice");
            pageAdvice
                    .setText(phase == Phase.FAILED ? place.session().faultOf(FloodModel.KIND).orElse(advice) : advice);
            headline.setText("");
            summary.setText("");
        }
        setShown(again, phase == Phase.STOPPED || phase == Phase.FAILED);
        showHeadline();
    }

    private void showTargets(List<Target> targets) {
        target.getItems().setAll(targets);
        showHeadline();
    }

    private void chosen(@Nullable Target chosen) {
        boolean isOther = chosen != null
                && model.trafficProperty().get().filter(windows -> windows.group() == chosen.group()).isEmpty();
        if (isOther && chosen != null) {
            model.choose(chosen.group());
        }
    }

    private void showFloods(List<Flood> floods) {
        Flood chosen = list.getSelectionModel().getSelectedItem();
        isListing = true; // to list is not to choose
        list.getItems().setAll(floods);
        floods.stream()
                .filter(flood -> chosen != null && flood.isSame(chosen))
                .findFirst()
                .ifPresent(flood -> list.getSelectionModel().select(flood));
        isListing = false;
        listTitle.setText(text("flood.list.title", floods.size()));
        showHeadline();
    }

    /// It is in view, but not chosen: the rest of the workbench keeps its time.
    private void showOpened(Flood flood) {
        lanes.sight().lookAt(new TimeRange(flood.band().fromNanos(), flood.band().toNanos()));
    }

    private void showHeadline() {
        Phase phase = model.phaseProperty().get();
        model.trafficProperty().get().filter(_ -> phase == Phase.KNOWN || phase == Phase.TOO_FEW).ifPresent(windows -> {
            rule.setText(model.detection()
                    .map(found -> RuleVerdict.of(found, name(found.scores().model().settings().decides())).words())
                    .orElse(""));
            banner.setText(String.join("\n", model.notJudged()));
            setShown(banner, !banner.getText().isEmpty());
            headline.setText(
                    phase == Phase.TOO_FEW ? text("flood.few") : text("flood.headline", list.getItems().size()));
            summary.setText(text("flood.summary", windows.windows().size(), windows.scores().notScored()));
        });
    }

    private void showTraffic(Optional<Traffic> traffic) {
        lanes.setThresholds(model::thresholdOf);
        lanes.show(traffic);
        traffic.ifPresent(windows -> target.getItems()
                .stream()
                .filter(each -> each.group() == windows.group())
                .findFirst()
                .ifPresent(target::setValue));
        lanes.mark(model.windowRange());
        showHeadline();
    }

    private void showWindow(Optional<WindowDetails> details) {
        window.show(details.map(WindowDetails::rows).orElse(List.of()));
        why.show(details.flatMap(WindowDetails::why));
        setShown(why.root(), details.isPresent());
        Optional<Traffic> traffic = model.trafficProperty().get();
        if (details.isEmpty() || traffic.isEmpty()) {
            windowWords.setText("");
            return;
        }
        WindowDetails its = details.get();
        int first = traffic.get().windows().firstWindow(traffic.get().group());
        windowWords.setText(text("flood.window.words", its.window() - first + 1, traffic.get().decided().size(),
                its.rows().stream().filter(row -> row.ackNanos().isEmpty()).count()));
    }

    private void showThreshold() {
        NetworkKind kind = model.networkProperty().get();
        whyTitle.setText(text("flood.why", name(kind)));
        thresholdTitle.setText(text("flood.threshold.title", name(kind),
                String.format(Locale.ROOT, "%.3f", model.thresholdProperty().get())));
        Optional<ScoreCounts> scores =
                model.scoredProperty().get().map(ScoredWindows::counts).filter(windows -> windows.size() > 0);
        curve.show(scores, model.thresholdProperty().get());
        curve.setVisible(scores.isPresent());
        curve.setManaged(scores.isPresent());
        boolean isRoc = scores.filter(ScoreCounts::hasRoc).isPresent();
        slider.setShowTickLabels(isRoc || scores.isEmpty()); // the curve's axis is another one
        lanes.setThresholds(model::thresholdOf);
    }

    private void showVerdict(Optional<FloodsViewModel.Verdict> verdict) {
        counts.setText(verdict.map(this::words).orElse(""));
    }

    private String words(FloodsViewModel.Verdict verdict) {
        ScoreCounts.Counts its = verdict.counts();
        String words = text("flood.counts", its.flagged(), its.scored(), verdict.stretches(),
                name(model.networkProperty().get()));
        return model.scoredProperty().get().filter(all -> all.counts().hasTruth()).isEmpty() ? words
                : words + "\n" + text("flood.counts.truth", its.found(), its.malicious(), its.flagged() - its.found(),
                        its.scored() - its.malicious());
    }

    private static String name(NetworkKind kind) {
        return text("flood.lane." + kind.word());
    }

    private void chosen(@Nullable Flood flood) {
        showDetails(flood);
        if (flood != null && !isListing) {
            model.open(flood);
        }
    }

    private void showDetails(@Nullable Flood flood) {
        setShown(details, flood != null);
        if (flood != null) {
            detailTitle.setText(flood.finding().statement().title().text());
            detailWords.setText(flood.finding().statement().explanation().text());
        }
    }

    private static void setShown(Node node, boolean isShown) {
        node.setVisible(isShown);
        node.setManaged(isShown);
    }

    private static String words(Target target) {
        return target.source().isEmpty() ? text("flood.target.item", target.host(), target.attempts(), target.floods())
                : text("flood.target.source", target.source(), target.attempts());
    }

    private static String seconds(String key, OptionalDouble after) {
        return after.isEmpty() ? text(key + ".never") : text(key, RuleVerdict.seconds(after.getAsDouble()));
    }

    private static String words(Flood flood) {
        double nanos = flood.band().toNanos() - (double) flood.band().fromNanos();
        return text("flood.list.item", flood.number(), UtcTime.clock(flood.band().fromNanos()), UtcTime.length(nanos),
                String.format(Locale.ROOT, "%.1f", flood.course().perSecond()), FloodWords.of(flood.course()),
                seconds("flood.list.rule", flood.known().afterSeconds()),
                seconds("flood.list.network", flood.known().networkSeconds()));
    }
}
