package org.sipsleuth.view.incident;

import static org.sipsleuth.view.incident.part.IncidentTexts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.statistics.Figure;
import org.sipsleuth.dialog.statistics.StatisticsScope;
import org.sipsleuth.incident.Action;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.incident.StorySentence;
import org.sipsleuth.incident.change.IncidentRow;
import org.sipsleuth.pipeline.Check;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.problem.Problem;
import org.sipsleuth.problem.ProblemList;
import org.sipsleuth.report.document.Topic;
import org.sipsleuth.run.FaultSink;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.view.incident.facts.SideColumn;
import org.sipsleuth.view.incident.overview.Alike;
import org.sipsleuth.view.incident.overview.CallStory;
import org.sipsleuth.view.incident.overview.ChecksPerformed;
import org.sipsleuth.view.incident.overview.DetectorRuns;
import org.sipsleuth.view.incident.overview.Fold;
import org.sipsleuth.view.incident.overview.Limits;
import org.sipsleuth.view.incident.overview.LiveCards;
import org.sipsleuth.view.incident.overview.NoProblems;
import org.sipsleuth.view.incident.overview.OtherFindings;
import org.sipsleuth.view.incident.overview.ProblemCard;
import org.sipsleuth.view.incident.overview.ProblemHeadline;
import org.sipsleuth.view.incident.overview.UnansweredCalls;
import org.sipsleuth.view.incident.page.IncidentView;
import org.sipsleuth.view.incident.part.EvidenceLinks;
import org.sipsleuth.view.incident.part.IncidentCard;
import org.sipsleuth.view.incident.part.IncidentTexts;
import org.sipsleuth.view.incident.part.Section;
import org.sipsleuth.view.incident.part.SentenceList;
import org.sipsleuth.view.incident.part.StoryFlow;
import org.sipsleuth.view.incident.part.Tags;
import org.sipsleuth.view.session.SessionModel;
import org.sipsleuth.view.session.page.Workplace;
import org.sipsleuth.view.ui.SeverityStyle;
import org.sipsleuth.view.ui.WindowFaults;

/// Binds the overview.
final class OverviewController {

    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final PseudoClass WIDE = PseudoClass.getPseudoClass("wide");

    /// Below this width of the page the side column is narrower: a window of 1360 pixels.
    private static final double NARROW_WIDTH = 1288;

    /// From this width on what follows the incidents stands beside them.
    private static final double WIDE_WIDTH = 2200;

    /// So many cards are made at once; a button makes more.
    private static final int CARDS = 25;

    private static final int MOST_ADVICE = 6;

    private final OverviewViewModel model;
    private final SessionModel session;
    private final EvidenceLinks links;
    private final SideColumn side;
    private final DetectorRuns detectors;
    private final Workplace place;
    private final IncidentView page;
    private final Label incidentStale = Tags.paragraph("", "muted");
    private OverviewState shown = OverviewState.EMPTY;
    private int cardCount = CARDS;
    private @Nullable Node lastFocused;

    /// The paragraph of the first incident, once it is final.
    private final ReadOnlyObjectWrapper<Optional<Node>> answer = new ReadOnlyObjectWrapper<>(Optional.empty());

    @FXML private StackPane root;
    @FXML private HBox overview;
    @FXML private StackPane incidentSlot;
    @FXML private StackPane headIcon;
    @FXML private Label headline;
    @FXML private MenuButton exports;
    @FXML private VBox column;
    @FXML private Label again;
    @FXML private Label rangeWords;
    @FXML private VBox story;
    @FXML private HBox body;
    @FXML private VBox cards;
    @FXML private VBox problems;
    @FXML private VBox more;
    @FXML private ScrollPane sideScroll;
    private @Nullable LiveCards liveCards;

    /// What the cards of a live capture were found in.
    private @Nullable SipIndex liveIndex;

    OverviewController(OverviewViewModel model, Workplace place, EvidenceLinks links) {
        this.model = model;
        this.links = links;
        session = place.session();
        this.place = place;
        side = new SideColumn(links, place.window()::showUndecoded);
        detectors = new DetectorRuns(session);
        Workplace.Frame window = place.window();
        page = new IncidentView(place.cases(), links, window::exportMessages, model::open);
    }

    @FXML
    private void initialize() {
        column.getChildren().add(column.getChildren().indexOf(story), detectors);
        sideScroll.setContent(side.root());
        exports.setText(text("incidents.export"));
        exports.getItems().setAll(place.window().incidentExports());
        showExports(shown);
        List.of(cards, problems).forEach(box -> box.managedProperty().bind(Bindings.isNotEmpty(box.getChildren())));
        root.widthProperty().subscribe(width -> layOut(width.doubleValue()));
        root.sceneProperty().flatMap(Scene::focusOwnerProperty).subscribe(this::remember);
        incidentStale.setId("incident-stale");
        VBox.setVgrow(page.root(), Priority.ALWAYS);
        incidentSlot.getChildren().add(new VBox(incidentStale, page.root()));
        incidentSlot.setVisible(false);
        model.stateProperty().subscribe(this::show);
        model.openedProperty().subscribe(this::show);
    }

    private void layOut(double width) {
        boolean isWide = width >= WIDE_WIDTH;
        root.pseudoClassStateChanged(NARROW, width < NARROW_WIDTH);
        root.pseudoClassStateChanged(WIDE, isWide);
        HBox.setHgrow(more, Priority.ALWAYS);
        if (isWide != body.getChildren().contains(more)) {
            (isWide ? column : body).getChildren().remove(more);
            (isWide ? body : column).getChildren().add(more);
        }
    }

    private void remember(@Nullable Node focused) {
        for (Node node = focused; node != null; node = node.getParent()) {
            if (overview.equals(node)) {
                lastFocused = focused;
            }
        }
    }

    /// The paragraph of the first incident, with its kind and outcome; empty until all is found, as
    /// what stands there before may name a lesser one.
    ReadOnlyObjectProperty<Optional<Node>> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    /// Puts the keyboard focus back where it was when the page was left.
    void focusAgain() {
        Node last = lastFocused;
        if (last != null && last.getScene() != null) {
            last.requestFocus();
        }
    }

    private void show(OverviewState state) {
        showParts(state);
        answer.set(state.phase() == OverviewState.Phase.INCIDENTS && state.isComplete()
                ? story.getChildren().stream().findFirst()
                : Optional.empty());
    }

    private void showParts(OverviewState state) {
        boolean isOther = !state.index().equals(shown.index());
        boolean hasOther = !state.found().equals(shown.found());
        boolean isOtherPhase = state.phase() != shown.phase() || !state.joinFault().equals(shown.joinFault());
        boolean hasFacts = !state.facts().equals(shown.facts());
        boolean hasCounted = !state.counted().equals(shown.counted());
        boolean hasRoles = !state.roles().equals(shown.roles());
        boolean hasLive = !state.live().equals(shown.live());
        boolean isOtherEnd = state.hasAllProblems() != shown.hasAllProblems();
        shown = state;
        showExports(state);
        detectors.show(state.index().isEmpty() ? List.of() : state.unfinished(), state.ruleFaults());
        showAgain(state);
        showRange(state);
        if (state.index().isEmpty()) {
            clearCards();
            List.of(story, problems, more).forEach(box -> box.getChildren().clear());
            headline.setText(text("empty.capture"));
            headIcon.getChildren().clear();
            headIcon.setManaged(false);
            side.root().getChildren().clear();
            return;
        }
        SipIndex index = state.index().get();
        boolean isHarmless = state.phase() == OverviewState.Phase.HARMLESS;
        boolean hasChecks = isHarmless || state.phase() == OverviewState.Phase.INCOMPLETE;
        if (isOther || hasOther || isOtherPhase || (hasFacts && hasChecks)) {
            cardCount = (isOther && !hasOther) || state.live().isPresent() ? cardCount : CARDS;
            if (!WindowFaults.isShown("overview/headline", () -> showHead(state))) {
                headline.setText(FaultSink.FAILED);
            }
            showBody(state, index);
        }
        if (hasLive || (hasOther && state.found().isPresent())) {
            state.live().ifPresent(rows -> showLive(state, rows));
        }
        if (isOther || hasOther || isOtherPhase || hasFacts || hasCounted || hasRoles || isOtherEnd) {
            side.show(index, state.facts(), state.counted(), state.calls(), state.hasAllProblems(), state.found(),
                    state.roles(), isHarmless);
        }
    }

    /// Incidents are those of the whole capture, whatever range is chosen.
    private void showRange(OverviewState state) {
        String words = state.index()
                .flatMap(index -> state.range().map(range -> IncidentTexts.span(index, range)))
                .map(span -> text("range.head", span))
                .orElse("");
        rangeWords.setText(words);
        rangeWords.setVisible(!words.isEmpty());
        rangeWords.setManaged(!words.isEmpty());
    }

    /// What is shown while a detector runs again, or after findings could not be joined, is of the
    /// analysis before.
    private void showAgain(OverviewState state) {
        String stale = state.stale().orElse("");
        incidentStale.setText(stale);
        incidentStale.setVisible(!stale.isEmpty());
        incidentStale.setManaged(!stale.isEmpty());
        String methods = state.runningAgain().stream().map(detectors::nameOf).collect(Collectors.joining(", "));
        boolean isShown = !methods.isEmpty() || !stale.isEmpty();
        again.setText(!stale.isEmpty() || methods.isEmpty() ? stale
                : text(state.incidents().isEmpty() ? "again.without.incident" : "again.with.incidents", methods));
        again.setVisible(isShown);
        again.setManaged(isShown);
    }

    /// Results are exported once they are complete.
    private void showExports(OverviewState state) {
        boolean isShown = !exports.getItems().isEmpty() && state.found().isPresent() && state.isSettled();
        exports.setVisible(isShown);
        exports.setManaged(isShown);
    }

    private void showHead(OverviewState state) {
        headIcon.getChildren().clear();
        switch (state.phase()) {
            case NO_CAPTURE -> headline.setText(text("empty.capture"));
            case ANALYSING ->
                    showHead(state, text(hasProblems(state) ? "analysing" : "analysing.problems"), Optional.empty());
            case INCOMPLETE -> showHead(state, text(state.joinFault().isPresent() ? "unjoined" : "incomplete"),
                    Optional.of(Tags.icon("fth-alert-triangle", "limited")));
            case HARMLESS_SO_FAR -> showHead(state, text("harmless.so.far"), Optional.empty());
            case HARMLESS -> {
                Check.Missing missing = Check.missing(checks(state));
                boolean isGood = missing.isEmpty() && state.problems().isPresent();
                showHead(state,
                        !isRead(state) ? text("unread")
                                : missing.isEmpty() || hasProblems(state) ? text("harmless")
                                : text("harmless.missing", words(missing)),
                        Optional.of(
                                isGood ? Tags.icon("fth-check-circle", "good") : Tags.icon("fth-circle", "limited")));
            }
            case INCIDENTS -> {
                Incident first = state.incidents().getFirst();
                int alike = Math.toIntExact(
                        state.incidents().stream().filter(each -> each.severity() == first.severity()).count());
                headline.setText(IncidentTexts.headline(first, state.incidents().size(), alike));
                headIcon.getChildren().add(SeverityStyle.icon(first.severity()));
            }
        }
        headIcon.setManaged(!headIcon.getChildren().isEmpty());
    }

    /// Where there is no incident: what the checks found, then what went wrong with calls.
    private void showHead(OverviewState state, String checked, Optional<FontIcon> icon) {
        String calls = state.problems().map(list -> ProblemHeadline.of(state.index().orElseThrow(), list)).orElse("");
        headline.setText(calls.isEmpty() ? checked : text("problem.headline", checked, calls));
        boolean isGood = state.problems().map(ProblemList::failures).orElse(List.of()).isEmpty();
        icon.map(usual -> isGood ? usual : Tags.icon("fth-alert-triangle", "limited"))
                .ifPresent(headIcon.getChildren()::add);
    }

    /// Whether there is any message that an attack could be in.
    private static boolean isRead(OverviewState state) {
        return state.index().filter(index -> index.messages().size() > 0).isPresent();
    }

    private static boolean hasProblems(OverviewState state) {
        return state.problems().filter(list -> !list.failures().isEmpty()).isPresent();
    }

    private static String words(Check.Missing missing) {
        return text("checks.missing", missing.none(), missing.partly(), missing.isBoth() ? 1 : 0);
    }

    private static void part(Pane box, String name, Runnable content) {
        if (!WindowFaults.isShown("overview/" + name, content)) {
            box.getChildren().add(Tags.paragraph(FaultSink.FAILED, "muted"));
        }
    }

    private void showBody(OverviewState state, SipIndex index) {
        part(problems, "problems", () -> showProblems(state, index));
        story.getChildren().clear();
        more.getChildren().clear();
        if (state.live().isEmpty()) {
            clearCards();
        }
        switch (state.phase()) {
            case INCIDENTS -> {
                Investigation found = state.found().orElseThrow();
                part(story, "story", () -> showStory(found));
                if (state.live().isEmpty()) {
                    part(cards, "incidents", () -> addCards(found, 0));
                }
                part(more, "advice", () -> addAdvice(found.incidents()));
                part(more, "others", () -> addOthers(found));
                part(more, "no problems", () -> addNoProblems(state, index));
                part(more, "limits", () -> addLimits(found));
            }
            case HARMLESS -> {
                if (isRead(state)) {
                    part(story, "story", () -> story.getChildren().add(harmless(state, index)));
                    part(more, "no problems", () -> addNoProblems(state, index));
                    part(more, "checks", () -> addChecks(state));
                }
                part(more, "others", () -> addOthers(state.found().orElseThrow()));
            }
            case ANALYSING, HARMLESS_SO_FAR -> story.getChildren()
                    .add(Tags.paragraph(text("analysing.words", index.messages().size()), "story-words"));
            case INCOMPLETE -> {
                story.getChildren()
                        .add(Tags.paragraph(text(state.joinFault().isPresent() ? "unjoined.words" : "incomplete.words"),
                                "story-words"));
                if (!state.allFaults().isEmpty() && state.joinFault().isEmpty()) { // else they are of before
                    addChecks(state);
                }
                state.found().ifPresent(this::addOthers);
            }
            case NO_CAPTURE -> {
            }
        }
    }

    private void clearCards() {
        liveCards = null;
        liveIndex = null;
        cards.getChildren().clear();
    }

    /// Rows that change stay where they are, with the focus.
    private void showLive(OverviewState state, List<IncidentRow> rows) {
        LiveCards its = liveCards;
        if (its == null) {
            clearCards();
            its = new LiveCards(cards, model::dismiss);
            liveCards = its;
        }
        SipIndex before = liveIndex == null ? state.index().orElseThrow() : liveIndex;
        SipIndex index = state.found().map(Investigation::index).orElse(before);
        liveIndex = index;
        its.show(rows.subList(0, Math.min(rows.size(), cardCount)),
                new IncidentCard(index, state.roles(), links, place.cases(), this::open));
        if (rows.size() > cardCount) {
            Button next = moreButton(rows.size() - cardCount);
            next.setOnAction(_ -> {
                cardCount += CARDS;
                showLive(shown, rows);
            });
            cards.getChildren().add(next);
        }
    }

    private static Button moreButton(int left) {
        Button next = new Button(text("cards.more", Math.min(CARDS, left)));
        next.setId("more-incidents");
        return next;
    }

    private void showStory(Investigation found) {
        Incident first = found.incidents().getFirst();
        story.getChildren().add(new StoryFlow(found.index(), links).of(first.story()));
        if (found.incidents().size() > 1) {
            story.getChildren().add(Tags.paragraph(text("story.others", found.incidents().size() - 1), "muted"));
        }
    }

    private void addCards(Investigation found, int from) {
        IncidentCard maker = new IncidentCard(found.index(), shown.roles(), links, place.cases(), this::open);
        List<List<Incident>> all = Alike.incidents(found.incidents());
        int to = Math.min(all.size(), cardCount);
        for (int i = from; i < to; i++) {
            List<Incident> alike = all.get(i);
            boolean isFirst = i == 0;
            cards.getChildren()
                    .add(alike.size() == 1 ? maker.of(alike.getFirst(), isFirst)
                            : new Fold(alike.size(), (place, isHead) -> maker.of(alike.get(place), isFirst && isHead)));
        }
        if (to < all.size()) {
            Button next = moreButton(all.size() - to);
            int shownCount = all.subList(0, to).stream().mapToInt(List::size).sum();
            Label rest = Tags.label(text("cards.rest", shownCount, found.incidents().size()), "muted");
            HBox row = new HBox(next, rest);
            row.getStyleClass().add("card-row");
            next.setOnAction(_ -> {
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
                incident -> page.show(shown.found().orElseThrow().index(), incident, shown.incidents(), shown.roles()));
        if (isOpen && !wasOpen) {
            page.focus();
        } else if (wasOpen && !isOpen) {
            focusAgain();
        }
    }

    private void addAdvice(List<Incident> incidents) {
        List<Sentence> advice = Action.ofAll(incidents.stream().limit(CARDS).toList(), MOST_ADVICE);
        if (!advice.isEmpty()) {
            more.getChildren().add(new Section(Topic.ADVICE.heading().text(), SentenceList.numbered(advice)));
        }
    }

    private void addOthers(Investigation found) {
        OtherFindings.of(found, links).ifPresent(more.getChildren()::add);
    }

    private void addLimits(Investigation found) {
        List<String> limits =
                Stream.concat(found.incidents().stream().limit(CARDS).flatMap(each -> each.notDetermined().stream()),
                        found.notSeen().stream()).map(Sentence::text).distinct().toList();
        if (!limits.isEmpty()) {
            more.getChildren().add(new Limits(limits));
        }
    }

    /// What is there stays as long as it is the same, unfolded as it is and with the focus.
    private void showProblems(OverviewState state, SipIndex index) {
        List<Problem> failures = state.problems().map(ProblemList::failures).orElse(List.of());
        if (failures.isEmpty()) {
            problems.getChildren().clear();
        } else if (!(problems.getChildren().stream().findFirst().orElse(null) instanceof ProblemCard card)
                || !card.shows(index, failures)) {
            problems.getChildren().setAll(new ProblemCard(index, failures, links));
        }
    }

    private void addNoProblems(OverviewState state, SipIndex shownIndex) {
        SipIndex index = state.found().map(Investigation::index).orElse(shownIndex); // may be ahead of what is shown
        state.problems().flatMap(list -> UnansweredCalls.of(index, list, links)).ifPresent(more.getChildren()::add);
        state.problems().flatMap(list -> NoProblems.of(index, list, links)).ifPresent(more.getChildren()::add);
    }

    private Node harmless(OverviewState state, SipIndex index) {
        List<StorySentence> sentences = new ArrayList<>();
        state.problems()
                .map(ProblemList::calls)
                .filter(calls -> calls.all() > 0)
                .ifPresent(calls -> sentences.add(CallStory.of(calls)));
        StorySentence looked =
                CallStory.plain(text("harmless.looked", index.messages().size(), index.dialogs().size()));
        if (hasProblems(state)) { // why calls failed comes first
            sentences.add(looked);
            Optional.of(Check.missing(checks(state)))
                    .filter(missing -> !missing.isEmpty())
                    .ifPresent(missing -> sentences.add(CallStory.plain(text("harmless.limits", words(missing)))));
        } else {
            sentences.addFirst(looked);
        }
        sentences.add(CallStory.plain(text("harmless.scope")));
        return new StoryFlow(index, links).of(sentences);
    }

    private void addChecks(OverviewState state) {
        more.getChildren()
                .add(ChecksPerformed.of(checks(state), state.facts(), () -> state.index()
                        .ifPresent(index -> links.open(index, StatisticsScope.ALL, new Figure.Defective()))));
    }

    private List<Check> checks(OverviewState state) {
        return state.index().map(index -> checks(state, index)).orElse(List.of());
    }

    /// What came of looking for what the detectors recognise.
    private List<Check> checks(OverviewState state, SipIndex index) {
        return session.methods()
                .checks(state.runs().stream().map(run -> run.detector().name()).toList(), state.allFaults(),
                        state.found().orElseGet(() -> Investigation.of(index, List.of())));
    }
}
