package org.sipsleuth.view.incident;

import static org.sipsleuth.view.incident.part.IncidentTexts.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.rule.RuleMethod;
import org.sipsleuth.session.DetectorStatus;
import org.sipsleuth.session.SessionState.DetectorRun;
import org.sipsleuth.view.incident.facts.SideColumn;
import org.sipsleuth.view.incident.page.IncidentView;
import org.sipsleuth.view.incident.part.EvidenceLinks;
import org.sipsleuth.view.incident.part.IncidentCard;
import org.sipsleuth.view.incident.part.IncidentTexts;
import org.sipsleuth.view.incident.part.StoryFlow;
import org.sipsleuth.view.incident.part.Tags;
import org.sipsleuth.view.session.SessionModel;
import org.sipsleuth.view.session.page.Workplace;
import org.sipsleuth.view.ui.SeverityStyle;
import org.sipsleuth.view.ui.StageStyle;

/// Binds the overview.
final class OverviewController {

    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    /// Below this width of the page the side column is narrower: a window of 1360 pixels.
    private static final double NARROW_WIDTH = 1288;

    /// So many cards are made at once; a button makes more.
    private static final int CARDS = 25;

    private static final int MOST_ADVICE = 6;
    private static final int MOST_CHECKED = 5;

    private final OverviewViewModel model;
    private final SessionModel session;
    private final EvidenceLinks links;
    private final SideColumn side;
    private final Workplace place;
    private final IncidentView page;
    private OverviewState shown = OverviewState.EMPTY;
    private int cardCount = CARDS;
    private @Nullable Node lastFocused;

    @FXML private StackPane root;
    @FXML private HBox overview;
    @FXML private StackPane incidentSlot;
    @FXML private StackPane headIcon;
    @FXML private Label headline;
    @FXML private VBox runs;
    @FXML private VBox story;
    @FXML private VBox cards;
    @FXML private VBox more;
    @FXML private ScrollPane sideScroll;

    OverviewController(OverviewViewModel model, Workplace place, EvidenceLinks links) {
        this.model = model;
        this.links = links;
        session = place.session();
        this.place = place;
        side = new SideColumn(links);
        page = new IncidentView(links, place.window()::exportMessages, model::open);
    }

    @FXML
    private void initialize() {
        sideScroll.setContent(side.root());
        root.widthProperty()
                .subscribe(
                        width ->
                                root.pseudoClassStateChanged(
                                        NARROW, width.doubleValue() < NARROW_WIDTH));
        root.sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(this::remember);
        incidentSlot.getChildren().add(page.root());
        incidentSlot.setVisible(false);
        model.stateProperty().subscribe(this::show);
        model.openedProperty().subscribe(this::show);
    }

    private void remember(@Nullable Node focused) {
        for (Node node = focused; node != null; node = node.getParent()) {
            if (overview.equals(node)) {
                lastFocused = focused;
            }
        }
    }

    /// Puts the keyboard focus back where it was when the page was left.
    void focusAgain() {
        Node last = lastFocused;
        if (last != null && last.getScene() != null) {
            last.requestFocus();
        }
    }

    private void show(OverviewState state) {
        boolean isOther = !state.index().equals(shown.index());
        boolean hasOther = !state.found().equals(shown.found());
        boolean isOtherPhase = state.phase() != shown.phase();
        boolean hasFacts = !state.facts().equals(shown.facts());
        shown = state;
        showRuns(state);
        if (state.index().isEmpty()) {
            List.of(story, cards, more).forEach(box -> box.getChildren().clear());
            headline.setText(text("empty.capture"));
            headIcon.getChildren().clear();
            side.root().getChildren().clear();
            return;
        }
        SipIndex index = state.index().get();
        boolean isHarmless = state.phase() == OverviewState.Phase.HARMLESS;
        if (isOther || hasOther || isOtherPhase || (hasFacts && isHarmless)) {
            cardCount = isOther && !hasOther ? cardCount : CARDS;
            showHead(state);
            showBody(state, index);
        }
        if (isOther || hasOther || isOtherPhase || hasFacts) {
            side.show(index, state.facts(), state.found(), isHarmless);
        }
    }

    private void showHead(OverviewState state) {
        headIcon.getChildren().clear();
        switch (state.phase()) {
            case NO_CAPTURE -> headline.setText(text("empty.capture"));
            case ANALYSING -> headline.setText(text("analysing"));
            case INCOMPLETE -> {
                headline.setText(text("incomplete"));
                headIcon.getChildren().add(icon("fth-alert-triangle", "limited"));
            }
            case HARMLESS -> {
                headline.setText(text("harmless"));
                headIcon.getChildren().add(icon("fth-check-circle", "good"));
            }
            case INCIDENTS -> {
                Incident first = state.incidents().getFirst();
                int alike =
                        Math.toIntExact(
                                state.incidents().stream()
                                        .filter(each -> each.severity() == first.severity())
                                        .count());
                headline.setText(IncidentTexts.headline(first, state.incidents().size(), alike));
                headIcon.getChildren().add(SeverityStyle.icon(first.severity()));
            }
        }
    }

    private static FontIcon icon(String literal, String styleClass) {
        FontIcon icon = new FontIcon(literal);
        icon.getStyleClass().addAll("quality-icon", "head-icon", styleClass);
        return icon;
    }

    private void showBody(OverviewState state, SipIndex index) {
        story.getChildren().clear();
        cards.getChildren().clear();
        more.getChildren().clear();
        switch (state.phase()) {
            case INCIDENTS -> {
                Investigation found = state.found().orElseThrow();
                showIncidents(found);
                addAdvice(found.incidents());
                addChecked(found);
                addLimits(found);
            }
            case HARMLESS -> {
                story.getChildren().add(harmless(state, index));
                more.getChildren().add(checks(state));
                addChecked(state.found().orElseThrow());
            }
            case ANALYSING ->
                    story.getChildren()
                            .add(
                                    Tags.paragraph(
                                            text("analysing.words", index.messages().size()),
                                            "story-words"));
            case INCOMPLETE ->
                    story.getChildren()
                            .add(Tags.paragraph(text("incomplete.words"), "story-words"));
            case NO_CAPTURE -> {}
        }
    }

    private void showIncidents(Investigation found) {
        SipIndex index = found.index();
        Incident first = found.incidents().getFirst();
        story.getChildren().add(new StoryFlow(index, links).of(first.story()));
        if (found.incidents().size() > 1) {
            story.getChildren()
                    .add(
                            Tags.paragraph(
                                    text("story.others", found.incidents().size() - 1), "muted"));
        }
        addCards(found, 0);
    }

    private void addCards(Investigation found, int from) {
        IncidentCard maker = new IncidentCard(found.index(), links, this::open);
        List<Incident> all = found.incidents();
        int to = Math.min(all.size(), cardCount);
        for (int i = from; i < to; i++) {
            cards.getChildren().add(maker.of(all.get(i), i == 0));
        }
        if (to < all.size()) {
            Button next = new Button(text("cards.more", Math.min(CARDS, all.size() - to)));
            next.setId("more-incidents");
            Label rest = Tags.label(text("cards.rest", to, all.size()), "muted");
            HBox row = new HBox(next, rest);
            row.getStyleClass().add("card-row");
            next.setOnAction(
                    _ -> {
                        cards.getChildren().remove(row);
                        cardCount += CARDS;
                        addCards(found, to);
                    });
            cards.getChildren().add(row);
        }
    }

    /// Back returns to the overview.
    private void open(Incident incident) {
        place.selection().follow(place.selection().get());
        model.open(incident.id());
    }

    private void show(Optional<Incident> opened) {
        boolean isOpen = opened.isPresent();
        boolean wasOpen = incidentSlot.isVisible();
        incidentSlot.setVisible(isOpen);
        overview.setVisible(!isOpen);
        opened.ifPresent(
                incident ->
                        page.show(
                                shown.found().orElseThrow().index(), incident, shown.incidents()));
        if (isOpen && !wasOpen) {
            page.focus();
        } else if (wasOpen && !isOpen) {
            focusAgain();
        }
    }

    private void showRuns(OverviewState state) {
        List<DetectorRun> unfinished = state.index().isEmpty() ? List.of() : state.unfinished();
        runs.setVisible(!unfinished.isEmpty());
        runs.setManaged(!unfinished.isEmpty());
        if (runs.getChildren().size() != unfinished.size() || !sameRuns(unfinished)) {
            runs.getChildren().setAll(unfinished.stream().map(this::run).toList());
            runs.setUserData(names(unfinished));
        }
        for (int i = 0; i < unfinished.size(); i++) {
            update((HBox) runs.getChildren().get(i), unfinished.get(i).status());
        }
    }

    private boolean sameRuns(List<DetectorRun> unfinished) {
        return names(unfinished).equals(runs.getUserData());
    }

    /// What decides which controls a line has.
    private static List<String> names(List<DetectorRun> unfinished) {
        return unfinished.stream()
                .map(run -> run.detector().name() + " " + run.status().getClass().getSimpleName())
                .toList();
    }

    private HBox run(DetectorRun run) {
        String name = run.detector().name();
        String words =
                session.methods()
                        .named(name)
                        .flatMap(method -> method.texts().find("name"))
                        .orElse(name);
        ProgressBar bar = new ProgressBar();
        bar.getStyleClass().add("run-bar");
        boolean isRunning = run.status() instanceof DetectorStatus.Running;
        bar.setVisible(isRunning);
        Button act =
                new Button(
                        text(isRunning ? "run.cancel" : "run.again"),
                        new FontIcon(isRunning ? "fth-x" : "fth-rotate-cw"));
        act.getStyleClass().addAll("small", "flat");
        act.setId((isRunning ? "cancel-" : "again-") + name);
        act.setAccessibleText(text(isRunning ? "run.cancel.of" : "run.again.of", words));
        act.setOnAction(
                _ -> {
                    if (isRunning) {
                        session.cancel(name);
                    } else {
                        session.again(name);
                    }
                });
        Label label = Tags.label(words, "run-name");
        Label stage = Tags.cut("", "muted");
        HBox line = new HBox(label, bar, stage, act);
        HBox.setHgrow(stage, Priority.ALWAYS);
        stage.setMaxWidth(Double.MAX_VALUE);
        line.getStyleClass().add("run-line");
        return line;
    }

    private static void update(HBox line, DetectorStatus status) {
        ProgressBar bar = (ProgressBar) line.getChildren().get(1);
        Label stage = (Label) line.getChildren().get(2);
        String words =
                switch (status) {
                    case DetectorStatus.Running(var progress, _) -> {
                        bar.setProgress(
                                progress.total() > 0
                                        ? progress.fraction()
                                        : ProgressBar.INDETERMINATE_PROGRESS);
                        yield progress.total() > 0
                                ? text(
                                        "run.progress",
                                        progress.stage(),
                                        progress.done(),
                                        progress.total())
                                : text("run.waiting");
                    }
                    case DetectorStatus.Cancelled _ -> text("run.cancelled");
                    case DetectorStatus.Failed _ -> text("run.failed");
                    case DetectorStatus.Finished _ -> "";
                };
        stage.setText(words);
        if (stage.getTooltip() != null) {
            stage.getTooltip().setText(words);
        }
    }

    private static VBox section(String title, Node... content) {
        VBox section = new VBox(Tags.label(title, "section-title"));
        section.getChildren().addAll(content);
        section.getStyleClass().add("overview-section");
        return section;
    }

    private void addAdvice(List<Incident> incidents) {
        List<String> advice =
                incidents.stream()
                        .limit(CARDS)
                        .flatMap(each -> each.advice().stream())
                        .distinct()
                        .limit(MOST_ADVICE)
                        .toList();
        if (!advice.isEmpty()) {
            more.getChildren().add(section(text("advice"), numbered(advice)));
        }
    }

    /// Sentences with their numbers.
    static GridPane numbered(List<String> sentences) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("numbered");
        ColumnConstraints numbers = new ColumnConstraints();
        numbers.setMinWidth(24);
        ColumnConstraints words = new ColumnConstraints();
        words.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(numbers, words);
        for (int i = 0; i < sentences.size(); i++) {
            Label number = Tags.label(Integer.toString(i + 1), "number");
            GridPane.setValignment(number, VPos.TOP);
            grid.addRow(
                    i, number, Tags.paragraph(IncidentTexts.visible(sentences.get(i)), "sentence"));
        }
        return grid;
    }

    /// Findings that no incident was made of.
    private void addChecked(Investigation found) {
        Set<String> joined = new HashSet<>();
        found.incidents()
                .forEach(each -> each.findings().forEach(finding -> joined.add(finding.id())));
        List<Finding> others =
                found.findings().stream().filter(each -> !joined.contains(each.id())).toList();
        if (others.isEmpty()) {
            return;
        }
        GridPane rows = new GridPane();
        rows.getStyleClass().add("checked-rows");
        for (int share : new int[] {18, 34, 48}) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(share);
            rows.getColumnConstraints().add(column);
        }
        for (int i = 0; i < Math.min(MOST_CHECKED, others.size()); i++) {
            Finding each = others.get(i);
            Hyperlink subject =
                    Tags.link(
                            Tags.shortened(IncidentTexts.visible(each.subject().name())),
                            text("link.dialogs"),
                            _ -> links.open(found.index(), each.evidence()));
            subject.getStyleClass().add("address");
            subject.setWrapText(true);
            subject.setMinHeight(Region.USE_PREF_SIZE);
            GridPane.setValignment(subject, VPos.TOP);
            rows.addRow(
                    i,
                    subject,
                    top(Tags.wrapped(IncidentTexts.visible(each.statement().title()))),
                    top(reason(each)));
        }
        VBox section = section(text("checked"), rows);
        if (others.size() > MOST_CHECKED) {
            section.getChildren()
                    .add(Tags.label(text("checked.more", others.size() - MOST_CHECKED), "muted"));
        }
        more.getChildren().add(section);
    }

    private static Label top(Label label) {
        GridPane.setValignment(label, VPos.TOP);
        return label;
    }

    /// Why a finding is no incident: a rule explains it, a model has only probabilities, which are
    /// in the tooltip.
    private static Label reason(Finding finding) {
        String explanation = IncidentTexts.visible(finding.statement().explanation());
        if (finding.origin().detector().equals(RuleMethod.NAME)) {
            return Tags.wrapped(explanation, "muted");
        }
        Label reason = Tags.paragraph(text("checked.model.only"), "muted");
        Tags.addTip(reason, explanation);
        return reason;
    }

    /// What was not determined: the first sentence, the others on demand.
    private void addLimits(Investigation found) {
        List<String> limits =
                Stream.concat(
                                found.incidents().stream()
                                        .limit(CARDS)
                                        .flatMap(each -> each.notDetermined().stream()),
                                found.notSeen().stream())
                        .distinct()
                        .toList();
        if (limits.isEmpty()) {
            return;
        }
        VBox lines = new VBox();
        lines.getStyleClass().add("limits");
        lines.getChildren().add(limit(text("limit.first", limits.getFirst())));
        if (limits.size() > 1) {
            Hyperlink others =
                    Tags.link(text("limit.more", limits.size() - 1), text("limit.tip"), _ -> {});
            others.setId("more-limits");
            others.setOnAction(
                    _ -> {
                        lines.getChildren().remove(others);
                        limits.stream()
                                .skip(1)
                                .map(OverviewController::limit)
                                .forEach(lines.getChildren()::add);
                    });
            lines.getChildren().add(others);
        }
        HBox row = new HBox(icon("fth-info", "neutral"), lines);
        HBox.setHgrow(lines, Priority.ALWAYS);
        row.getStyleClass().add("limit-row");
        more.getChildren().add(row);
    }

    private static Label limit(String sentence) {
        return Tags.paragraph(IncidentTexts.visible(sentence), "sentence", "muted");
    }

    private static Node harmless(OverviewState state, SipIndex index) {
        List<String> words = new ArrayList<>();
        words.add(text("harmless.looked", index.messages().size(), index.dialogs().size()));
        state.facts()
                .ifPresent(
                        facts -> {
                            long answered =
                                    facts.statistics().calls().stream()
                                            .filter(each -> each.isAnswered())
                                            .mapToLong(each -> each.count())
                                            .sum();
                            if (facts.calls() > 0) {
                                words.add(text("harmless.calls", facts.calls(), answered));
                            }
                        });
        words.add(text("harmless.scope"));
        return Tags.paragraph(String.join(" ", words), "story-words");
    }

    /// What was looked for, and in how much traffic.
    private static Node checks(OverviewState state) {
        GridPane rows = new GridPane();
        rows.setId("checks");
        rows.getStyleClass().add("checks");
        for (int share : new int[] {44, 34, 22}) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(share);
            rows.getColumnConstraints().add(column);
        }
        rows.addRow(
                0,
                Tags.label(text("checks.check"), "check-head"),
                Tags.label(text("checks.scope"), "check-head"),
                Tags.label(text("checks.result"), "check-head"));
        int row = 1;
        for (IncidentKind kind : CHECKED) {
            HBox name =
                    new HBox(
                            icon("fth-check-circle", "good"),
                            Tags.cut(StageStyle.name(kind), "check-name"));
            name.getStyleClass().add("card-row");
            rows.addRow(
                    row++,
                    name,
                    Tags.cut(scope(kind, state), "check-scope"),
                    Tags.label(text("checks.none"), "muted"));
        }
        return section(text("checks"), rows);
    }

    /// In the order of an attack.
    private static final List<IncidentKind> CHECKED =
            List.of(
                    IncidentKind.HOST_SCAN,
                    IncidentKind.EXTENSION_ENUMERATION,
                    IncidentKind.PASSWORD_GUESSING,
                    IncidentKind.ACCOUNT_TAKEOVER,
                    IncidentKind.TOLL_FRAUD,
                    IncidentKind.REGISTRATION_HIJACK,
                    IncidentKind.SESSION_TEARDOWN,
                    IncidentKind.MEDIA_REDIRECT,
                    IncidentKind.ROGUE_CHALLENGE,
                    IncidentKind.INVITE_FLOOD,
                    IncidentKind.REGISTER_FLOOD,
                    IncidentKind.OPTIONS_FLOOD,
                    IncidentKind.SPIT,
                    IncidentKind.FIREWALL_PINHOLE,
                    IncidentKind.MALFORMED_MESSAGES);

    private static String scope(IncidentKind kind, OverviewState state) {
        if (state.facts().isEmpty()) {
            return text("counting");
        }
        var facts = state.facts().get();
        return switch (kind) {
            case HOST_SCAN, EXTENSION_ENUMERATION, PASSWORD_GUESSING ->
                    text("scope.sources", facts.talkers().size());
            case TOLL_FRAUD, SPIT, FIREWALL_PINHOLE -> text("scope.calls", facts.calls());
            case INVITE_FLOOD, REGISTER_FLOOD, OPTIONS_FLOOD ->
                    text("scope.requests", facts.statistics().totals().requests());
            case MALFORMED_MESSAGES ->
                    text("scope.messages", facts.statistics().totals().messages());
            default -> text("scope.dialogs", facts.statistics().totals().dialogs());
        };
    }
}
