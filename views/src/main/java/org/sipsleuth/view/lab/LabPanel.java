package org.sipsleuth.view.lab;

import static org.sipsleuth.view.ui.Texts.text;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.lab.format.Lab;
import org.sipsleuth.lab.format.LabCapture;
import org.sipsleuth.lab.question.Question;
import org.sipsleuth.lab.score.LabScore;
import org.sipsleuth.lab.score.MarkedPart;
import org.sipsleuth.lab.score.QuestionScore;
import org.sipsleuth.lab.session.LabSession;
import org.sipsleuth.view.message.VisibleText;
import org.sipsleuth.view.session.Selection;
import org.sipsleuth.view.session.filter.FilterModel;
import org.sipsleuth.view.session.page.Workplace;

/// The questions of the lab at hand beside the pages: to be answered, or, once it is handed in, as they
/// were marked.
final class LabPanel {

    private static final double WIDTH = 348;

    /// Narrower, questions could not be read; in a small window that is presented the page needs the rest.
    private static final double LEAST_WIDTH = 260;

    private static final double SHARE = 0.33;
    private static final double FOLDED = 40;
    private static final PseudoClass FOLDED_STATE = PseudoClass.getPseudoClass("folded");
    private static final int LONGEST_NAMES = 300;

    private final LabDesk desk;
    private final Workplace place;
    private final Supplier<Optional<SipIndex>> index;
    private final Supplier<FilterModel> filter;
    private final BorderPane root = new BorderPane();
    private final VBox questions = new VBox();
    private final ScrollPane scroll = new ScrollPane(questions);
    private final Label title = new Label();
    private final Label progress = new Label();
    private final VBox captures = new VBox();
    private final Label leftOut = new Label();
    private final Label saved = new Label();
    private final Button fold = new Button("", new FontIcon("fth-sidebar"));
    private final Map<String, QuestionBox> boxes = new LinkedHashMap<>();
    private boolean isFolded;
    private double unfolded = WIDTH;
    private Optional<Path> shown = Optional.empty();

    /// @param index of the open capture
    /// @param filter the window's
    LabPanel(LabDesk desk, Workplace place, Supplier<Optional<SipIndex>> index, Supplier<FilterModel> filter) {
        this.desk = desk;
        this.place = place;
        this.index = index;
        this.filter = filter;
        root.setId("lab-panel");
        root.getStyleClass().add("lab-panel");
        root.getStylesheets().add(LabTexts.STYLES);
        title.getStyleClass().add("lab-title");
        title.setWrapText(true);
        progress.getStyleClass().add("lab-note");
        saved.getStyleClass().add("lab-note");
        saved.setWrapText(true);
        leftOut.setId("lab-left-out");
        leftOut.getStyleClass().add("lab-note");
        leftOut.setWrapText(true);
        showLeftOut(List.of());
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("lab-scroll");
        fold.setId("lab-fold");
        fold.getStyleClass().addAll("flat", "button-icon");
        fold.setAccessibleText(text("lab.fold"));
        fold.setTooltip(new Tooltip(text("lab.fold")));
        fold.setOnAction(_ -> fold());
        arrange();
        root.parentProperty()
                .flatMap(Node::parentProperty) // its slot is as wide as it
                .map(Region.class::cast)
                .flatMap(Region::widthProperty)
                .orElse(0)
                .subscribe(width -> fit(width.doubleValue()));
        desk.sessionProperty().subscribe(this::build);
        desk.scoreProperty().subscribe(_ -> build(desk.sessionProperty().get()));
        desk.questionProperty().subscribe(_ -> refresh());
        desk.faultProperty().subscribe(_ -> refresh());
        desk.onChanged(_ -> refresh());
    }

    /// The node.
    Node root() {
        return root;
    }

    /// Names the files of the zip that the lab came in and does not name.
    void showLeftOut(List<String> files) {
        leftOut.setText(files.isEmpty() ? ""
                : text("lab.left.out", files.size(), VisibleText.ofValue(String.join(", ", files), LONGEST_NAMES)));
        leftOut.setVisible(!files.isEmpty());
        leftOut.setManaged(!files.isEmpty());
    }

    /// Folds it to a bar, or unfolds it.
    void fold() {
        setFolded(!isFolded);
    }

    void setFolded(boolean folded) {
        isFolded = folded;
        arrange();
    }

    boolean isFolded() {
        return isFolded;
    }

    private void fit(double room) {
        double width = Math.clamp(room * SHARE, LEAST_WIDTH, WIDTH);
        if (room > 0 && width != unfolded) {
            unfolded = width;
            arrange();
        }
    }

    private void arrange() {
        root.pseudoClassStateChanged(FOLDED_STATE, isFolded);
        double width = isFolded ? FOLDED : unfolded;
        root.setMinWidth(width);
        root.setPrefWidth(width);
        root.setMaxWidth(width);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = isFolded ? new HBox(fold) : new HBox(title, gap, fold);
        head.getStyleClass().add("lab-panel-head");
        VBox top = isFolded ? new VBox(head) : new VBox(head, progress, captures, leftOut);
        top.getStyleClass().add("lab-panel-top");
        root.setTop(top);
        root.setCenter(isFolded ? null : scroll);
        HBox foot = new HBox(saved);
        foot.getStyleClass().add("lab-panel-foot");
        root.setBottom(isFolded ? null : foot);
    }

    private void build(Optional<LabSession> session) {
        if (!folderOf(session).equals(shown)) {
            shown = folderOf(session);
            showLeftOut(List.of());
        }
        boxes.clear();
        questions.getChildren().clear();
        session.ifPresent(its -> {
            title.setText(its.lab().number() == 0 ? its.lab().title()
                    : text("lab.title", Integer.toString(its.lab().number()), its.lab().title()));
            captures.getChildren().setAll(its.lab().captures().stream().map(each -> capture(its, each)).toList());
            if (its.isHandedIn()) {
                desk.scoreProperty().get().ifPresent(score -> addScores(its.lab(), score));
            } else {
                addQuestions(its);
            }
        });
        refresh();
    }

    private static Optional<Path> folderOf(Optional<LabSession> session) {
        return session.map(its -> its.folder().folder());
    }

    private Node capture(LabSession its, LabCapture capture) {
        Path file = its.folder().folder().resolve(capture.file());
        Hyperlink link = new Hyperlink(text("lab.capture", capture.file(), capture.about()));
        link.setWrapText(true);
        link.getStyleClass().add("lab-capture");
        link.setOnAction(_ -> place.window().openCapture(file));
        if (capture.isCallRecords()) {
            Label records = new Label(text("lab.records", file.toString(), capture.about()));
            records.setWrapText(true);
            records.getStyleClass().add("lab-note");
            return records;
        }
        return link;
    }

    private void addQuestions(LabSession its) {
        Label story = new Label(its.lab().story());
        story.setWrapText(true);
        story.getStyleClass().add("lab-story");
        questions.getChildren().add(story);
        int number = 0;
        for (Question question : its.lab().questions()) {
            QuestionBox box = new QuestionBox(question, ++number, desk, this::take, new FilterCounts(index, filter));
            boxes.put(question.id(), box);
            questions.getChildren().add(box.root());
        }
    }

    private void addScores(Lab lab, LabScore score) {
        EvidenceTarget target = new ShownEvidence();
        int number = 0;
        for (QuestionScore each : score.questions()) {
            String file = lab.captureOf(each.question());
            boolean isOfCapture = lab.captures()
                    .stream()
                    .anyMatch(capture -> capture.file().equals(file) && !capture.isCallRecords());
            questions.getChildren().add(ScoreBox.of(each, ++number, isOfCapture, target));
        }
    }

    /// Where marks lead to: into the ladder, onto the strip, into the list of dialogs.
    private final class ShownEvidence implements EvidenceTarget {

        @Override
        public void showFrames(List<Integer> frames) {
            index.get().ifPresent(now -> {
                Set<Integer> wanted = Set.copyOf(frames);
                List<Integer> messages = IntStream.range(0, now.messages().size())
                        .filter(message -> wanted.contains(now.messages().frame(message)))
                        .boxed()
                        .toList();
                if (!messages.isEmpty()) {
                    List<Integer> dialogs = messages.stream().map(now.messages()::dialog).distinct().toList();
                    place.selection().follow(Selection.NONE.withDialogs(dialogs).withMessages(messages));
                    place.window().openDialogs();
                }
            });
        }

        @Override
        public void showRange(MarkedPart.Range range) {
            place.selection().follow(Selection.NONE.withTime(Optional.of(AskedRange.nanos(range))));
            place.window().openDialogs();
        }

        @Override
        public void list(String filter) {
            place.window().showDialogs(Selection.NONE, filter);
        }
    }

    private void refresh() {
        Optional<LabSession> session = desk.sessionProperty().get();
        session.ifPresent(its -> {
            if (its.isHandedIn()) {
                progress.setText(desk.scoreProperty().get().map(LabPanel::result).orElse(text("lab.marking")));
            } else {
                int all = its.lab().questions().size();
                progress.setText(its.spent() == 0 ? text("lab.progress", its.answered(), all, its.lab().points())
                        : text("lab.progress.hints", its.answered(), all, its.lab().points(), its.spent()));
            }
            boxes.forEach((id, box) -> box.show(its, id.equals(desk.questionProperty().get())));
            saved.setText(desk.faultProperty().get().orElse(text(its.isHandedIn() ? "lab.closed" : "lab.saved")));
        });
    }

    private static String result(LabScore score) {
        return score.withTeacher() == 0 ? text("lab.result", score.points(), score.of())
                : text("lab.result.teacher", score.points(), score.of(), score.withTeacher());
    }

    /// Takes the answer to the question at hand from what is selected.
    ///
    /// @return whether there is a question at hand
    boolean take() {
        QuestionBox box = boxes.get(desk.questionProperty().get());
        Optional<Question> asked = desk.inProgress().flatMap(its -> its.lab().question(desk.questionProperty().get()));
        if (box == null || asked.isEmpty()) {
            return false;
        }
        List<SelectionAnswer> offered = index.get()
                .map(now -> SelectionAnswer.of(asked.get(), now, place.selection().get(),
                        filter.get().textProperty().get()))
                .orElse(List.of());
        if (offered.isEmpty()) {
            box.explain(text("lab.take.none." + asked.get().kind().word()));
        } else if (offered.size() == 1) {
            box.take(offered.getFirst().answer());
        } else {
            box.offer(offered, box::take);
        }
        return true;
    }

    /// Goes to the next question, or the one before.
    boolean step(int by) {
        if (desk.inProgress().isEmpty() || !desk.step(by)) {
            return false;
        }
        QuestionBox box = Objects.requireNonNull(boxes.get(desk.questionProperty().get()));
        box.focus();
        double whole = questions.getHeight() - scroll.getViewportBounds().getHeight();
        if (whole > 0) {
            scroll.setVvalue(Math.clamp(box.root().getLayoutY() / whole, 0, 1));
        }
        return true;
    }
}
