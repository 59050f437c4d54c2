package org.sipsleuth.view.triage;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.casefile.entry.Judgement;
import org.sipsleuth.casefile.entry.Scope;
import org.sipsleuth.casefile.entry.Verdict;
import org.sipsleuth.casefile.triage.JudgedRow;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.coverage.Coverage;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.pipeline.ModelFit;
import org.sipsleuth.text.FileName;
import org.sipsleuth.triage.TriageItem;
import org.sipsleuth.triage.TriagePlace;
import org.sipsleuth.view.incident.OverviewPage;
import org.sipsleuth.view.message.VisibleText;
import org.sipsleuth.view.session.casefile.JudgementStyle;
import org.sipsleuth.view.session.casefile.OpenCase;
import org.sipsleuth.view.session.casefile.VerdictLines;
import org.sipsleuth.view.session.page.DialogPair;
import org.sipsleuth.view.session.page.ModelOrigin;
import org.sipsleuth.view.session.page.Workplace;
import org.sipsleuth.view.triage.BaselineRun.State;
import org.sipsleuth.view.triage.TriageViewModel.Offer;
import org.sipsleuth.view.triage.TriageViewModel.Phase;
import org.sipsleuth.view.ui.SeverityStyle;
import org.sipsleuth.view.ui.UtcTime;

/// Binds the parts of the page.
final class TriageController {

    private static final int LONGEST = 4_000;
    private static final int LONGEST_NAME = 120;
    private static final int DIGITS_OF_HASH = 8;
    private static final int MOST_PLACES = 8;
    private static final String PROBLEM = "judgement-attack_high";

    private final TriageViewModel model;
    private final Workplace place;
    private final DialogPair pair;
    private final ChangesPane changes;
    private final BaselinePane baseline;
    private boolean isSelecting;
    private boolean isEntering;

    /// What is on the screen about the row.
    private Optional<TriageDetails> shown = Optional.empty();

    /// The row that the note is about.
    private Optional<JudgedRow> noted = Optional.empty();

    @FXML private Parent root;
    @FXML private Label progressText;
    @FXML private ProgressBar progress;
    @FXML private Label summary;
    @FXML private Label caseText;
    @FXML private Label banner;
    @FXML private Node content;
    @FXML private ListView<JudgedRow> list;
    @FXML private Label sequence;
    @FXML private Label about;
    @FXML private StackPane pairHolder;
    @FXML private Label explanation;
    @FXML private FlowPane keys;
    @FXML private Label scopeText;
    @FXML private Label contradiction;
    @FXML private VBox places;
    @FXML private HBox offer;
    @FXML private Label offerText;
    @FXML private ReasonBars reasons;
    @FXML private GridPane facts;
    @FXML private Button openDialogs;
    @FXML private VerdictLines before;
    @FXML private VBox others;
    @FXML private TextArea note;
    @FXML private ScrollPane side;
    @FXML private StackPane changesHolder;
    @FXML private StackPane baselineHolder;
    @FXML private Button addToBaseline;
    @FXML private Label baselineObstacle;
    @FXML private Hyperlink elsewhere;
    @FXML private Label notice;
    @FXML private Label answer;
    @FXML private ToggleButton queueShown;
    @FXML private ToggleButton changesShown;
    @FXML private VBox empty;
    @FXML private Label emptyTitle;
    @FXML private Label emptyText;

    TriageController(TriageViewModel model, Workplace place) {
        this.model = model;
        this.place = place;
        pair = place.window().dialogPair();
        changes = new ChangesPane(place.files().apply(ChangesPane.CAPTURES), place.background().pool(),
                place.cases().openProperty(), place.window()::recentCaptures,
                new ChangedDialogs(place.window().dialogPair(), this::openInDialogs, place.window()::openCaptures),
                this::openInDialogs);
        baseline = new BaselinePane(model.baseline(), this::use, this::openInDialogs);
    }

    @FXML
    private void initialize() {
        pairHolder.getChildren().setAll(pair.root());
        changesHolder.getChildren().setAll(changes);
        baselineHolder.getChildren().setAll(baseline);
        notice.visibleProperty().bind(notice.textProperty().isNotEmpty());
        notice.managedProperty().bind(notice.visibleProperty());
        addToBaseline.disableProperty().bind(model.obstacleProperty().isNotEmpty());
        baselineObstacle.textProperty().bind(model.obstacleProperty());
        baselineObstacle.visibleProperty().bind(model.obstacleProperty().isNotEmpty());
        baselineObstacle.managedProperty().bind(baselineObstacle.visibleProperty());
        model.baseline().stateProperty().subscribe(this::showBaseline);
        ToggleGroup shown = new ToggleGroup();
        queueShown.setToggleGroup(shown);
        changesShown.setToggleGroup(shown);
        queueShown.setSelected(true);
        shown.selectedToggleProperty().subscribe(chosen -> {
            if (chosen == null) {
                queueShown.setSelected(true); // one of them always is
            }
            showPhase(model.phaseProperty().get());
        });
        model.indexProperty().subscribe(changes::show);
        model.indexProperty().subscribe(_ -> notice.setText(""));
        list.setItems(model.rows());
        list.setCellFactory(_ -> new TriageCell());
        list.getSelectionModel().selectedItemProperty().subscribe(this::choose);
        for (Judgement judgement : Judgement.values()) {
            keys.getChildren().add(key(judgement));
        }
        note.addEventFilter(KeyEvent.KEY_PRESSED, this::leaveNote);
        note.addEventFilter(KeyEvent.KEY_TYPED, this::leaveOutKey);
        for (Label line : List.of(contradiction, answer)) {
            line.visibleProperty().bind(line.textProperty().isNotEmpty());
            line.managedProperty().bind(line.visibleProperty());
        }
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::openRow);
        model.rows().subscribe(this::showProgress);
        model.rows().subscribe(() -> showCurrent(model.currentProperty().get())); // a list forgets it
        model.scopeProperty().subscribe(_ -> showScope());
        model.offerProperty().subscribe(this::showOffer);
        model.undoneProperty().subscribe(this::showUndone);
        model.currentProperty().subscribe(this::showCurrent);
        model.detailsProperty().subscribe(this::show);
        model.phaseProperty().subscribe(this::showPhase);
        model.caseProperty().subscribe(_ -> showCase());
        model.problemProperty().subscribe(_ -> showCase());
    }

    private Button key(Judgement judgement) {
        Label digit = new Label(Integer.toString(Arrays.asList(Judgement.values()).indexOf(judgement) + 1));
        digit.getStyleClass().add("triage-key");
        Button button = new Button(judgement.text(), digit);
        button.setId("triage-" + judgement.word());
        button.getStyleClass().addAll("small", JudgementStyle.styleClass(judgement));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> decide(judgement));
        return button;
    }

    /// Decides about the current row with the note that was written. What is on the screen must be
    /// that row: else nothing is decided, and the reason is shown.
    void decide(Judgement judgement) {
        notice.setText("");
        Optional<String> obstacle = obstacle();
        answer.setText(obstacle.orElse(""));
        if (obstacle.isEmpty()) {
            model.decide(judgement, note.getText().strip());
        }
        list.requestFocus();
    }

    /// Why no verdict counts now; empty if one does.
    private Optional<String> obstacle() {
        Optional<JudgedRow> current = model.currentProperty().get();
        if (current.isEmpty()) {
            return Optional.of(text("triage.obstacle.none"));
        }
        if (!isQueueShown() || root.getScene() == null) {
            return Optional.of(text("triage.obstacle.other"));
        }
        boolean isShown = model.isLookedAt() && model.detailsProperty().get().equals(shown)
                && current.get().equals(list.getSelectionModel().getSelectedItem());
        return isShown ? Optional.empty() : Optional.of(text("triage.obstacle.reading"));
    }

    /// Undoes the last verdict of the analyst.
    void undo() {
        notice.setText("");
        answer.setText("");
        model.undo();
        list.requestFocus();
    }

    /// Gives verdicts for other hosts.
    @FXML
    void nextScope() {
        model.scopeProperty().set(model.scopeProperty().get().next());
    }

    /// Decides the same about the other rows of the cause.
    @FXML
    void decideSiblings() {
        model.decideSiblings();
        list.requestFocus();
    }

    private void openRow(KeyEvent event) {
        boolean isTaken = switch (event.getCode()) { // a list would take the keys
            case ENTER -> {
                openDialogs();
                yield true;
            }
            case RIGHT -> {
                model.next();
                yield true;
            }
            case LEFT -> {
                model.previous();
                yield true;
            }
            default -> false;
        };
        if (isTaken) {
            event.consume();
        }
    }

    private void showScope() {
        scopeText.setText(model.currentProperty().get().map(row -> {
            Scope scope = model.scope(row);
            JudgedRow.Coverage covered = row.coverage(scope);
            return text("triage.scope." + scope.kind().word(), covered.dialogs(), covered.senders(),
                    VisibleText.ofValue(scope.text(), LONGEST_NAME));
        }).orElse(""));
    }

    private void showOffer(Optional<Offer> offered) {
        offer.setVisible(offered.isPresent());
        offer.setManaged(offered.isPresent());
        offerText.setText(offered.map(same -> text("triage.siblings.offer", same.rows().size(), same.judgement().text(),
                VisibleText.ofValue(same.scope().text(), LONGEST_NAME))).orElse(""));
    }

    /// What was undone, with its note in the field again.
    private void showUndone(Optional<Verdict> undone) {
        undone.ifPresent(verdict -> {
            boolean isHere = model.currentProperty().get().filter(row -> row.isAbout(verdict)).isPresent();
            answer.setText(text(isHere ? "triage.undone" : "triage.undone.elsewhere", verdict.text(),
                    VisibleText.ofValue(verdict.subject().key(), LONGEST_NAME)));
            if (isHere) {
                note.setText(verdict.note());
            }
        });
    }

    /// Begins to write a note; Esc and Ctrl+Enter leave it. The letter of the key itself comes
    /// after the focus has moved, and is no part of the note.
    void editNote() {
        isEntering = true;
        side.setVvalue(side.getVmax()); // the note is at its end
        note.requestFocus();
    }

    private void leaveOutKey(KeyEvent event) {
        if (isEntering) {
            event.consume();
            isEntering = false;
        }
    }

    private void leaveNote(KeyEvent event) {
        isEntering = false;
        if (event.getCode() == KeyCode.ESCAPE || (event.getCode() == KeyCode.ENTER && event.isShortcutDown())) {
            list.requestFocus();
            event.consume();
        }
    }

    @FXML
    void openDialogs() {
        model.currentProperty().get().map(JudgedRow::item).ifPresent(item -> {
            openInDialogs(item.dialogs());
            place.selection().set(place.selection().get().withMessages(List.of(item.message(item.example()))));
        });
    }

    private void openInDialogs(List<Integer> dialogs) {
        place.window().showDialogs(place.selection().get().withDialogs(dialogs), "");
    }

    /// Whether the queue is shown, and nothing else in its place.
    boolean isQueueShown() {
        return content.isVisible();
    }

    /// Computes what changes if the safe sequences are added to the baseline.
    @FXML
    void addToBaseline() {
        notice.setText("");
        model.addToBaseline();
    }

    private void showBaseline(State state) {
        boolean wasShown = baselineHolder.isVisible();
        showPhase(model.phaseProperty().get());
        if (baselineHolder.isVisible()) {
            baseline.focus();
        } else if (wasShown) {
            list.requestFocus();
        }
    }

    /// The new model takes the place of the one in use, and goes into the case.
    private void use(BaselineEffect effect) {
        place.window().useModel(effect.model().file(), ModelOrigin.TRAINED);
        String hash = effect.model().identity().sha256().substring(0, DIGITS_OF_HASH);
        String file = text("triage.baseline.file", hash);
        int added = effect.added().size();
        notice.setText(text("triage.baseline.used", added));
        model.attach(effect.model(), file, name -> notice
                .setText(text("triage.baseline.attached", added, VisibleText.ofValue(name, LONGEST_NAME), file)));
    }

    private void choose(@Nullable JudgedRow row) {
        if (!isSelecting && row != null) {
            model.currentProperty().set(Optional.of(row));
        }
    }

    private void showPhase(Phase phase) {
        boolean areChanges = changesShown.isSelected() && phase != Phase.NO_CAPTURE;
        boolean isKnown = phase == Phase.KNOWN;
        boolean isBaseline = !areChanges && phase != Phase.NO_CAPTURE
                && !(model.baseline().stateProperty().get() instanceof State.Idle);
        changesHolder.setVisible(areChanges);
        baselineHolder.setVisible(isBaseline);
        content.setVisible(isKnown && !areChanges && !isBaseline);
        empty.setVisible(!isKnown && !areChanges && !isBaseline);
        String key = "triage.phase." + phase.name().toLowerCase(Locale.ROOT);
        if (!isKnown) {
            emptyTitle.setText(text(key));
            emptyText.setText(text(key + ".text"));
        }
        showProgress();
    }

    private void showProgress() {
        int safe = model.safe().size();
        addToBaseline.setText(safe == 0 ? text("triage.baseline.add.none") : text("triage.baseline.add.some", safe));
        int decided = model.decided();
        int all = model.rows().size();
        boolean isKnown = model.phaseProperty().get() == Phase.KNOWN;
        progressText.setText(isKnown ? text("triage.progress", model.left(), decided, all) : "");
        progress.setVisible(isKnown);
        progress.setProgress(all == 0 ? 0 : (double) decided / all);
        summary.setText(model.queue()
                .filter(_ -> isKnown)
                .map(queue -> text("triage.summary", queue.dialogs(), queue.index().dialogs().size()))
                .orElse(""));
        int incidents = isKnown ? model.incidentsWithoutRow().size() : 0;
        elsewhere.setText(text("triage.elsewhere", incidents));
        elsewhere.setVisible(incidents > 0);
        elsewhere.setManaged(incidents > 0);
        String misfit = model.misfit().filter(_ -> isKnown).map(TriageController::misfit).orElse("");
        banner.setText(misfit);
        banner.setVisible(!misfit.isEmpty());
        banner.setManaged(!misfit.isEmpty());
    }

    @FXML
    private void openOverview() {
        elsewhere.setVisited(false);
        place.window().open(OverviewPage.ID);
    }

    private static String misfit(ModelFit fit) {
        return fit.fitsAny() ? text("triage.misfit.some", fit.misfits().size(), fit.networks().size())
                : text("triage.misfit", fit.unknown(), fit.dialogs(), Math.round(fit.expected() * fit.dialogs()));
    }

    private void showCase() {
        Optional<OpenCase> open = model.caseProperty().get();
        String problem = model.problemProperty().getValue();
        String its = open.map(TriageController::caseWords).orElse(text("triage.case.none"));
        caseText.setText(problem.isEmpty() ? its : text("triage.case.problem", its));
        caseText.getStyleClass().remove(PROBLEM);
        if (!problem.isEmpty()) {
            caseText.getStyleClass().add(PROBLEM);
        }
        String more = Stream.concat(Stream.of(problem).filter(words -> !words.isEmpty()),
                open.stream().flatMap(TriageController::caseFacts)).collect(Collectors.joining("\n"));
        caseText.setTooltip(more.isEmpty() ? null : new Tooltip(more));
    }

    private static String caseWords(OpenCase its) {
        String key = its.obstacle().isPresent() ? "triage.case.readonly" : "triage.case";
        return its.news().orElse(text(key, its.name()));
    }

    private static Stream<String> caseFacts(OpenCase its) {
        return Stream.concat(Stream.of(FileName.text(its.file())), its.obstacle().stream());
    }

    private void showCurrent(Optional<JudgedRow> current) {
        isSelecting = true;
        try {
            current.filter(row -> list.getItems().contains(row)).ifPresent(row -> {
                list.getSelectionModel().select(row);
                int at = list.getSelectionModel().getSelectedIndex();
                list.getFocusModel().focus(at);
                list.scrollTo(Math.max(0, at - 2));
            });
        } finally {
            isSelecting = false;
        }
        current.ifPresent(
                row -> before
                        .show(row.words()
                                .stream()
                                .map(word -> new VerdictLines.Line(word.verdict(), isOf(row, word) ? ""
                                        : text(word.isOfSequence() ? "triage.word.sequence" : "triage.word.dialogs",
                                                word.dialogs(), row.item().dialogs().size())))
                                .toList()));
        contradiction.setText(current.map(TriageController::contradiction).orElse(""));
        showScope();
        boolean isOther = current.isPresent() && noted.filter(current.get()::isSame).isEmpty();
        if (isOther || current.isEmpty()) {
            noted = current; // a note is about one row
            note.clear();
        }
    }

    private static boolean isOf(JudgedRow row, JudgedRow.Word word) {
        return !word.isOfSequence() && word.dialogs() == row.item().dialogs().size();
    }

    /// Who differs from whom, of the same dialogs.
    private static String contradiction(JudgedRow row) {
        String words = row.contradiction()
                .stream()
                .map(each -> text("triage.contradiction.word", VisibleText.ofValue(each.who(), LONGEST_NAME),
                        each.text(), VisibleText.ofValue(each.scopeText(), LONGEST_NAME)))
                .collect(Collectors.joining("; "));
        return words.isEmpty() ? "" : text("triage.contradiction", words);
    }

    private void show(Optional<TriageDetails> details) {
        shown = details;
        if (details.isEmpty() || model.queue().isEmpty()) {
            pair.showNothing();
            return;
        }
        answer.setText("");
        TriageDetails its = details.get();
        TriageItem item = its.item();
        SipIndex index = model.queue().get().index();
        sequence.setText(VisibleText.ofValue(item.title().text(), LONGEST));
        about.setText(its.similar()
                .map(known -> text("triage.similar", item.dialogs().size(),
                        VisibleText.ofValue(index.dialogs().sequenceText(known.dialog()), LONGEST_NAME),
                        known.distance()))
                .orElse(text("triage.similar.none", item.dialogs().size())));
        pair.show(index, item.example(),
                its.similar().map(known -> OptionalInt.of(known.dialog())).orElse(OptionalInt.empty()));
        explanation.setText(Stream
                .concat(Stream.of(item.reason().text()),
                        item.reason().findings().stream().limit(1).map(each -> each.statement().explanation()))
                .filter(each -> !each.isEmpty())
                .map(each -> words(each.text()))
                .collect(Collectors.joining("\n")));
        explanation.setVisible(!explanation.getText().isEmpty());
        explanation.setManaged(explanation.isVisible());
        reasons.show(item, index);
        showFacts(its, index);
        showPlaces(item);
        showOthers(its.others());
    }

    /// Texts of findings may hold words from the capture.
    private static String words(String text) {
        return VisibleText.ofValue(text, LONGEST);
    }

    private void showFacts(TriageDetails its, SipIndex index) {
        facts.getChildren().clear();
        fact(0, text("triage.fact.caller"), several(its.callers()));
        fact(1, text("triage.fact.callee"), several(its.callees()));
        fact(2, text("triage.fact.device"), several(its.agents()));
        fact(3, text("triage.fact.span"), text("triage.fact.span.text", UtcTime.moment(index, its.fromNanos()),
                UtcTime.moment(index, its.toNanos())));
        List<Coverage> networks = index.dialogs().coverages().all();
        if (networks.size() > 1) {
            List<String> files = networks.get(its.item().network())
                    .files()
                    .stream()
                    .map(file -> FileName.last(index.files().get(file).path()))
                    .toList();
            fact(4, text("triage.fact.capture"), several(new TriageDetails.Names(files.getFirst(), files.size() - 1)));
        }
        openDialogs.setText(text("triage.open", its.item().dialogs().size()));
    }

    private static String several(TriageDetails.Names names) {
        if (names.first().isEmpty()) {
            return "–";
        }
        String first = VisibleText.ofValue(names.first(), LONGEST_NAME);
        return names.more() == 0 ? first : text("triage.fact.more", first, names.more());
    }

    private void fact(int row, String name, String value) {
        Label label = new Label(name);
        label.getStyleClass().add("triage-note");
        label.setMinWidth(Region.USE_PREF_SIZE);
        Label its = new Label(value);
        its.setWrapText(true);
        its.setMinHeight(Region.USE_PREF_SIZE);
        facts.addRow(row, label, its);
    }

    /// Who has the step, and to whom.
    private void showPlaces(TriageItem item) {
        places.getChildren().clear();
        for (TriagePlace each : item.places().stream().limit(MOST_PLACES).toList()) {
            placeLine(text("triage.place", VisibleText.ofValue(each.sender(), LONGEST_NAME),
                    VisibleText.ofValue(each.server(), LONGEST_NAME), each.dialogs().size()));
        }
        if (item.places().size() > MOST_PLACES) {
            placeLine(text("triage.place.more", item.places().size() - MOST_PLACES));
        }
    }

    private void placeLine(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        places.getChildren().add(label);
    }

    /// What else was found about these dialogs.
    private void showOthers(List<TriageDetails.Other> found) {
        others.getChildren().clear();
        if (found.isEmpty()) {
            Label none = new Label(text("triage.others.none"));
            none.getStyleClass().add("triage-note");
            others.getChildren().add(none);
        }
        for (TriageDetails.Other other : found) {
            Finding finding = other.finding();
            Hyperlink link = new Hyperlink(words(finding.statement().title().text()));
            link.setGraphic(SeverityStyle.icon(finding.severity()));
            link.setWrapText(true);
            link.setMinHeight(Region.USE_PREF_SIZE);
            link.setOnAction(_ -> openInDialogs(other.dialogs()));
            others.getChildren().add(link);
        }
    }
}
