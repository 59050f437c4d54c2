package org.sipsleuth.view.edge;

import static org.sipsleuth.view.edge.text.EdgeText.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.sipsleuth.edge.advice.Candidate;
import org.sipsleuth.edge.replay.EdgeSettings;
import org.sipsleuth.edge.replay.Retry;
import org.sipsleuth.edge.replay.StackSettings;
import org.sipsleuth.edge.stage.Protection;
import org.sipsleuth.edge.traffic.MessageClass;
import org.sipsleuth.edge.traffic.ScanSettings;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.signature.Signature;
import org.sipsleuth.view.edge.EdgeViewModel.Phase;
import org.sipsleuth.view.edge.advice.AdviceBox;
import org.sipsleuth.view.edge.advice.AdviceState;
import org.sipsleuth.view.edge.advice.CombinationScatter;
import org.sipsleuth.view.edge.advice.SnippetPane;
import org.sipsleuth.view.edge.flow.FlowPane;
import org.sipsleuth.view.edge.protection.NumberPane;
import org.sipsleuth.view.edge.protection.ProtectionPane;
import org.sipsleuth.view.edge.protection.StagePane;
import org.sipsleuth.view.edge.run.Comparison;
import org.sipsleuth.view.edge.run.InputSettings;
import org.sipsleuth.view.edge.share.OverlayPane;
import org.sipsleuth.view.edge.text.ClassWords;
import org.sipsleuth.view.edge.time.CoursePane;
import org.sipsleuth.view.message.VisibleText;
import org.sipsleuth.view.session.page.Workplace;
import org.sipsleuth.view.ui.ItemCell;
import org.sipsleuth.view.ui.chart.ChartColours;
import org.sipsleuth.view.ui.chart.ChartCopies;
import org.sipsleuth.view.ui.command.Command;
import org.sipsleuth.view.ui.command.CommandGroup;

/// Puts the parts of the page together and binds them.
final class EdgeController {

    private static final int LONGEST_TITLE = 48;
    private static final int ADDRESSES_SHOWN = 2;

    /// What counts as an attack, to be chosen.
    ///
    /// @param incident its id; empty for all, or the ground truth
    private record Choice(Optional<String> incident, String words) {}

    private final EdgeViewModel model;
    private final EdgeRuns runs;
    private final Workplace place;
    private final ChartColours colours = new ChartColours(this::recolour);
    private final FlowPane flow;
    private final CoursePane courses;
    private final ProtectionPane protections;
    private final NumberPane numbers = new NumberPane();
    private final StagePane stages;
    private final AdviceBox advice;
    private final CombinationScatter scatter;
    private final SettingsPopover popover;
    private final SignatureChoice signatures;
    private boolean isListing;

    @FXML private Pane root;
    @FXML private Label headline;
    @FXML private Label summary;
    @FXML private HBox run;
    @FXML private Label stage;
    @FXML private ProgressBar progress;
    @FXML private Button cancel;
    @FXML private ComboBox<Choice> attack;
    @FXML private ComboBox<Retry> retry;
    @FXML private Button settingsButton;
    @FXML private MenuButton copy;
    @FXML private Node content;
    @FXML private Node side;
    @FXML private Label legitimateWords;
    @FXML private Label attackWords;
    @FXML private Node attackKey;
    @FXML private Label flowNote;
    @FXML private StackPane flowHolder;
    @FXML private Label timeTitle;
    @FXML private Label withWords;
    @FXML private Label withoutWords;
    @FXML private MenuButton copyTime;
    @FXML private StackPane timeHolder;
    @FXML private VBox adviceHolder;
    @FXML private HBox scatterHead;
    @FXML private Label scatterTitle;
    @FXML private MenuButton copyScatter;
    @FXML private Label protectionTitle;
    @FXML private ToggleButton basic;
    @FXML private ToggleButton advanced;
    @FXML private ToggleButton own;
    @FXML private VBox numberHolder;
    @FXML private Label effectTitle;
    @FXML private Label effectKey;
    @FXML private VBox rowHolder;
    @FXML private Label shareTitle;
    @FXML private Label shareNote;
    @FXML private Button share;
    @FXML private VBox page;
    @FXML private Label pageTitle;
    @FXML private Label pageAdvice;
    @FXML private Button again;

    EdgeController(EdgeViewModel model, EdgeRuns runs, Workplace place) {
        this.model = model;
        this.runs = runs;
        this.place = place;
        EdgeLinks links = new EdgeLinks(place);
        flow = new FlowPane(colours,
                (outcome, messageClass) -> model.comparisonProperty()
                        .get()
                        .ifPresent(now -> links.open(now.with(), outcome, messageClass)));
        stages = new StagePane(links::open);
        courses = new CoursePane(place.selection(), colours);
        protections = new ProtectionPane(colours, model::set);
        advice = new AdviceBox(this::apply, this::configure, model::again);
        scatter = new CombinationScatter(colours, candidate -> model.useOwn(candidate.protections()));
        signatures = new SignatureChoice(place);
        popover = new SettingsPopover(new Changed());
    }

    @FXML
    private void initialize() {
        showTexts();
        root.getChildren().add(colours.samples());
        flowHolder.getChildren().setAll(flow);
        timeHolder.getChildren().setAll(courses);
        adviceHolder.getChildren().addFirst(advice);
        adviceHolder.getChildren().add(scatter);
        numberHolder.getChildren().setAll(numbers, stages);
        rowHolder.getChildren().setAll(protections);
        ChartCopies.install(copy, flow, () -> colours.fx(ChartColours.GROUND), flow::data);
        ChartCopies.install(copyTime, courses, () -> colours.fx(ChartColours.GROUND), courses::data);
        ChartCopies.install(copyScatter, scatter, () -> colours.fx(ChartColours.GROUND), scatter::data);
        listenToChoices();
        run.visibleProperty().bind(model.runningProperty());
        run.managedProperty().bind(run.visibleProperty());
        progress.progressProperty().bind(runs.progressProperty());
        stage.textProperty().bind(runs.stageProperty());
        model.phaseProperty().subscribe(this::showPhase);
        model.incidentsProperty().subscribe(_ -> listChoices());
        model.truthShownProperty().subscribe(_ -> listChoices());
        model.comparisonProperty().subscribe(this::showComparison);
        model.settingsProperty().subscribe(this::showSettings);
        model.inputsProperty().subscribe(_ -> showPopover());
        model.mostLostProperty().subscribe(_ -> showPopover());
        place.selection().selectionProperty().addListener((_, _, _) -> showNote());
        model.effectsProperty().subscribe(_ -> showEffects());
        model.adviceProperty().subscribe(_ -> showAdvice());
    }

    private void showTexts() {
        headline.setText(text("headline"));
        timeTitle.setText(text("time.title"));
        withWords.setText(text("time.with"));
        withoutWords.setText(text("time.without"));
        protectionTitle.setText(text("protections"));
        basic.setText(text("protections.basic"));
        basic.setTooltip(new Tooltip(text("protections.basic.tip")));
        advanced.setText(text("protections.advanced"));
        advanced.setTooltip(new Tooltip(text("protections.advanced.tip")));
        own.setText(text("protections.own"));
        own.setTooltip(new Tooltip(text("protections.own.tip")));
        effectTitle.setText(text("effect.title"));
        effectKey.setText(text("effect.key"));
        again.setText(text("again"));
        cancel.setText(text("cancel"));
        settingsButton.setText(text("settings"));
        shareTitle.setText(text("share.head"));
        shareNote.setText(text("share.note"));
        share.setText(text("share.button"));
        attack.setAccessibleText(text("attack"));
        retry.setAccessibleText(text("retry"));
        retry.setTooltip(new Tooltip(text("retry.tip")));
    }

    private void listenToChoices() {
        ItemCell.show(attack, Choice::words);
        attack.valueProperty().addListener((_, _, chosen) -> {
            if (chosen != null && !isListing) {
                model.chosenProperty().set(chosen.incident());
            }
        });
        retry.getItems().setAll(Retry.values());
        ItemCell.show(retry, item -> text("retry." + item.word()));
        retry.valueProperty().addListener((_, _, chosen) -> {
            if (chosen != null) {
                model.settingsProperty().set(model.settingsProperty().get().with(chosen));
            }
        });
        ToggleGroup sets = new ToggleGroup();
        sets.getToggles().setAll(basic, advanced, own);
        basic.setOnAction(_ -> use(Protection.basic()));
        advanced.setOnAction(_ -> use(Protection.advanced()));
        own.setOnAction(_ -> use(model.own()));
    }

    private void use(List<Protection> chosen) {
        model.use(chosen);
        showSets(model.settingsProperty().get());
    }

    /// What can be done here.
    CommandGroup commands() {
        return new CommandGroup("edge.commands",
                List.of(command("outcomes", flow::focusOutcomes), command("time", courses::focus),
                        command("basic", () -> use(Protection.basic())),
                        command("advanced", () -> use(Protection.advanced())), command("own", () -> use(model.own())),
                        command("settings", this::openSettings), command("share", this::share),
                        command("apply", this::apply), command("configure", this::configure)));
    }

    private static Command command(String word, Runnable action) {
        return Command.of("edge.key." + word, "", action);
    }

    @FXML
    private void again() {
        model.again();
    }

    @FXML
    private void cancel() {
        model.cancel();
    }

    @FXML
    private void openSettings() {
        popover.toggle(settingsButton);
    }

    @FXML
    private void share() {
        model.input()
                .ifPresent(input -> place.window()
                        .showOverlay(new OverlayPane(input, words(), runs, runs.progressProperty(),
                                place.window()::hideOverlay)));
    }

    private final class Changed implements SettingsPopover.Changes {

        @Override
        public void use(StackSettings stack) {
            model.settingsProperty().set(model.settingsProperty().get().with(stack));
        }

        @Override
        public void protect(List<String> addresses) {
            model.inputsProperty().set(model.inputsProperty().get().withBorder(addresses));
        }

        @Override
        public void check(ScanSettings.Grammar grammar) {
            InputSettings its = model.inputsProperty().get();
            model.inputsProperty().set(its.with(its.scans().with(grammar), its.bundle()));
        }

        @Override
        public void chooseSignatures() {
            signatures.ask(root.getScene().getWindow(), (name, bundle) -> scan(bundle.signatures(), name),
                    summary::setText);
        }

        @Override
        public void forgetSignatures() {
            scan(List.of(), "");
        }

        private void scan(List<Signature> its, String name) {
            InputSettings now = model.inputsProperty().get();
            model.inputsProperty().set(now.with(now.scans().with(its), name));
        }

        @Override
        public void accept(double mostLost) {
            model.mostLostProperty().set(mostLost);
        }
    }

    private void apply() {
        model.proposal().ifPresent(candidate -> model.useOwn(candidate.protections()));
    }

    private void configure() {
        if (model.comparisonProperty().get().isPresent()) {
            place.window()
                    .showOverlay(new SnippetPane(model.snippets(), model.configured(), place.window()::hideOverlay));
        }
    }

    private void recolour() {
        flow.recolour();
        courses.recolour();
        protections.recolour();
        scatter.recolour();
    }

    private void showPhase(Phase phase) {
        boolean isKnown = phase == Phase.KNOWN;
        setShown(content, isKnown);
        setShown(side, isKnown);
        setShown(page, !isKnown);
        for (Node each : List.of(attack, retry, copy)) {
            setShown(each, isKnown);
        }
        setShown(settingsButton, isKnown || phase == Phase.NO_TRAFFIC || phase == Phase.FAILED);
        if (!isKnown) {
            String key = "page." + phase.name().toLowerCase(Locale.ROOT).replace('_', '-');
            pageTitle.setText(text(key));
            pageAdvice.setText(text(key + ".text"));
            summary.setText("");
        }
        setShown(again, phase == Phase.STOPPED || phase == Phase.FAILED);
    }

    private void listChoices() {
        isListing = true;
        List<Choice> choices = new ArrayList<>();
        boolean isTruth = model.truthShownProperty().get();
        List<Incident> incidents = model.incidentsProperty().get();
        choices.add(new Choice(Optional.empty(),
                isTruth ? text("attack.truth") : text("attack.incidents", incidents.size())));
        for (Incident each : incidents) {
            choices.add(new Choice(Optional.of(each.id()), text("attack.incident",
                    text("incident.number", each.number()), VisibleText.ofValue(each.title().text(), LONGEST_TITLE))));
        }
        attack.getItems().setAll(choices);
        choices.stream()
                .filter(choice -> choice.incident().equals(model.chosenProperty().get()))
                .findFirst()
                .ifPresent(attack::setValue);
        isListing = false;
    }

    private void showComparison(Optional<Comparison> comparison) {
        flow.show(comparison);
        courses.show(comparison, model.incidentsProperty().get());
        numbers.show(comparison);
        stages.show(comparison);
        comparison.ifPresent(this::showWords);
        showNote();
        showSettings(model.settingsProperty().get());
        showEffects();
        showAdvice();
    }

    private void showWords(Comparison its) {
        ClassWords words = its.words();
        legitimateWords.setText(words.of(MessageClass.LEGITIMATE));
        attackWords.setText(words.of(MessageClass.ATTACK));
        setShown(attackKey, its.hasAttack());
        List<String> addresses = its.input().traffic().border().addresses();
        String shown = addresses.size() <= ADDRESSES_SHOWN ? String.join(", ", addresses)
                : text("summary.more", String.join(", ", addresses.subList(0, ADDRESSES_SHOWN)),
                        addresses.size() - ADDRESSES_SHOWN);
        String line = text("summary", shown, its.input().traffic().ingressCount(),
                String.format(Locale.ROOT, "%.2f", its.seconds()));
        summary.setText(line);
        summary.setTooltip(new Tooltip(line + "\n" + String.join(", ", addresses)));
    }

    private void showSettings(EdgeSettings settings) {
        protections.showSettings(settings, model.comparisonProperty().get().map(Comparison::input));
        retry.setValue(settings.retry());
        showPopover();
        showSets(settings);
        showAdvice();
    }

    private void showPopover() {
        popover.show(model.settingsProperty().get(), model.inputsProperty().get(), model.mostLostProperty().get());
    }

    /// What became of the selected message, or how to read the flow.
    private void showNote() {
        List<Integer> selected = place.selection().get().messages();
        flowNote.setText(model.comparisonProperty()
                .get()
                .filter(_ -> !selected.isEmpty())
                .flatMap(comparison -> SelectedMessage.words(comparison.with(), selected.getLast()))
                .orElse(text("flow.note")));
    }

    private void showSets(EdgeSettings settings) {
        List<Protection> on = settings.protections();
        boolean isBasic = isSame(on, Protection.basic());
        boolean isAdvanced = isSame(on, Protection.advanced());
        basic.setSelected(isBasic);
        advanced.setSelected(isAdvanced);
        own.setSelected(!isBasic && !isAdvanced);
    }

    private static boolean isSame(List<Protection> one, List<Protection> other) {
        return one.stream().sorted().toList().equals(other.stream().sorted().toList());
    }

    private ClassWords words() {
        return model.comparisonProperty().get().map(Comparison::words).orElse(ClassWords.INCIDENTS);
    }

    private void showEffects() {
        boolean hasAttack = model.comparisonProperty().get().filter(Comparison::hasAttack).isPresent();
        protections.showEffects(model.effectsProperty().get(), words(), hasAttack);
    }

    private void showAdvice() {
        AdviceState state = model.adviceProperty().get();
        Optional<Candidate> now = model.comparisonProperty().get().map(comparison -> Candidate.of(comparison.with()));
        advice.show(state, words(), model.comparisonProperty().get().map(Comparison::with),
                model.mostLostProperty().get(),
                model.comparisonProperty().get().filter(comparison -> comparison.with().isCostKnown()).isPresent());
        boolean isKnown = state instanceof AdviceState.Known;
        setShown(scatter, isKnown);
        setShown(scatterHead, isKnown);
        if (state instanceof AdviceState.Known known) {
            scatterTitle.setText(text("advice.all", known.advice().all().size()));
            scatter.show(Optional.of(known.advice()), now, words());
        } else {
            scatter.show(Optional.empty(), Optional.empty(), words());
        }
    }

    private static void setShown(Node node, boolean isShown) {
        node.setVisible(isShown);
        node.setManaged(isShown);
    }
}
