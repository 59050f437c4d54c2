package org.sipsleuth.view.session.casefile;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.casefile.entry.Judgement;
import org.sipsleuth.casefile.entry.Subject;
import org.sipsleuth.casefile.entry.Verdict;
import org.sipsleuth.dialog.SipIndex;

/// The verdicts about one thing of the open capture, and a menu that records another with a note.
/// Used on the JavaFX thread.
public final class VerdictPane extends VBox {

    private final CaseModel cases;
    private final VerdictLines lines = new VerdictLines();
    private final TextField note = new TextField();
    private final MenuButton decide = new MenuButton(text("session.verdict.record"));
    private final Map<Judgement, MenuItem> items = new EnumMap<>(Judgement.class);
    private final Label news = new Label();
    private final Label problem = new Label();
    private List<Verdict> shown = List.of();
    private @Nullable Subject subject;
    private @Nullable SipIndex index;
    private int message;

    public VerdictPane(CaseModel cases) {
        this.cases = cases;
        getStyleClass().add("verdict-pane");
        note.setId("verdict-note");
        note.setPromptText(text("session.verdict.note"));
        HBox.setHgrow(note, Priority.ALWAYS);
        note.setMinWidth(0);
        decide.setId("verdict-record");
        decide.setMinWidth(Region.USE_PREF_SIZE);
        for (Judgement judgement : Judgement.values()) {
            MenuItem item = new MenuItem(judgement.text(), JudgementStyle.icon(judgement));
            item.setId("verdict-" + judgement.word());
            item.setOnAction(_ -> decide(judgement));
            decide.getItems().add(item);
            items.put(judgement, item);
        }
        problem.getStyleClass().add(JudgementStyle.styleClass(Judgement.ATTACK_HIGH));
        problem.setWrapText(true);
        problem.setMinHeight(Region.USE_PREF_SIZE);
        news.setId("verdict-begun");
        news.getStyleClass().add("muted");
        news.setWrapText(true);
        news.setMinHeight(Region.USE_PREF_SIZE);
        HBox entry = new HBox(8, note, decide);
        getChildren().setAll(lines, entry, news, problem);
        cases.openProperty().subscribe(_ -> refresh());
        cases.problemProperty().subscribe(_ -> refresh());
    }

    /// Shows the verdicts about something.
    ///
    /// @param capture where it is
    /// @param first a message of it
    public void show(Subject about, SipIndex capture, int first) {
        if (subject == null || !subject.equals(about)) {
            note.clear(); // a note is about one thing
            shown = cases.openProperty().get().map(openCase -> openCase.about(about)).orElse(List.of());
        }
        items.forEach((judgement, item) -> item.setText(judgement.text(about.kind())));
        subject = about;
        index = capture;
        message = first;
        refresh();
    }

    /// Moves the focus to the menu of verdicts.
    public void focus() {
        decide.requestFocus();
    }

    /// Whether a verdict is being chosen.
    public boolean isMenuShowing() {
        return decide.isShowing();
    }

    private void refresh() {
        Optional<OpenCase> open = cases.openProperty().get();
        Subject now = subject;
        List<Verdict> verdicts = now == null ? List.of() : open.map(openCase -> openCase.about(now)).orElse(List.of());
        if (!verdicts.equals(shown)) {
            note.clear(); // it is recorded
        }
        shown = verdicts;
        lines.show(verdicts.stream().map(verdict -> new VerdictLines.Line(verdict, "")).toList());
        decide.setDisable(open.flatMap(OpenCase::obstacle).isPresent());
        show(news, open.flatMap(OpenCase::news).orElse(""));
        show(problem, cases.problemProperty().get());
    }

    private static void show(Label label, String words) {
        label.setText(words);
        label.setVisible(!words.isEmpty());
        label.setManaged(!words.isEmpty());
    }

    private void decide(Judgement judgement) {
        Subject now = subject;
        SipIndex capture = index;
        if (now != null && capture != null) {
            cases.decide(now, judgement, note.getText().strip(), capture, message);
        }
    }
}
