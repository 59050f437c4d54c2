package org.sipsleuth.view.lab;

import static org.sipsleuth.view.ui.Texts.text;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sipsleuth.lab.question.AnswerException;
import org.sipsleuth.lab.question.AnswerText;
import org.sipsleuth.lab.question.Hint;
import org.sipsleuth.lab.question.Question;
import org.sipsleuth.lab.question.QuestionKind;
import org.sipsleuth.lab.session.LabSession;

/// One question of a lab in progress: its text, its answer, and its hints with what they cost.
final class QuestionBox {

    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final Question question;
    private final LabDesk desk;
    private final AnswerInput input;
    private final VBox root = new VBox();
    private final FontIcon state = new FontIcon();
    private final Button take = new Button("", new FontIcon("fth-crosshair"));
    private final Label fault = new Label();
    private final VBox hints = new VBox();
    private final Runnable taken;
    private final FilterCounts counts;
    private final Label count = new Label();
    private String counted = "";

    /// @param number its place, from 1
    /// @param taken takes the answer from the selection
    /// @param counts what a filter selects
    QuestionBox(Question question, int number, LabDesk desk, Runnable taken, FilterCounts counts) {
        this.question = question;
        this.desk = desk;
        this.taken = taken;
        this.counts = counts;
        input = new AnswerInput(question, answer -> desk.answer(question.id(), answer));
        root.setId("lab-question-" + question.id());
        root.getStyleClass().add("lab-question");
        fault.getStyleClass().add("lab-answer-fault");
        fault.setWrapText(true);
        hints.getStyleClass().add("lab-hints");
        count.setId("lab-count-" + question.id());
        count.getStyleClass().add("lab-note");
        showCount(Optional.empty());
        root.getChildren().addAll(head(number), input.root(), count, tools(), fault, hints);
        root.setOnMousePressed(_ -> desk.choose(question.id()));
        root.focusWithinProperty().subscribe(isWithin -> {
            if (isWithin) {
                desk.choose(question.id());
            }
        });
    }

    /// The node.
    Region root() {
        return root;
    }

    private Node head(int number) {
        Label asked = new Label(text("lab.question", Integer.toString(number), question.text()));
        asked.setWrapText(true);
        asked.getStyleClass().add("lab-asked");
        HBox.setHgrow(asked, Priority.ALWAYS);
        asked.setMaxWidth(Double.MAX_VALUE);
        Label points = new Label(text("lab.points", question.points()));
        points.setMinWidth(Region.USE_PREF_SIZE);
        points.getStyleClass().add("lab-note");
        HBox head = new HBox(state, asked, points);
        head.getStyleClass().add("lab-question-head");
        return head;
    }

    private Node tools() {
        take.setId("lab-take-" + question.id());
        take.setText(text("lab.take"));
        take.getStyleClass().add("small");
        take.setMinWidth(Region.USE_PREF_SIZE);
        take.setTooltip(new Tooltip(text("lab.take.tip")));
        take.setOnAction(_ -> {
            desk.choose(question.id());
            taken.run();
        });
        boolean canTake = switch (question.kind()) {
            case VALUE, HOSTS, USERS, TIME_RANGE, FRAMES, FILTER, SIGNATURE -> true;
            case ONE_OF, SEVERAL_OF, THRESHOLD, TEXT -> false;
        };
        Label note = new Label(text("lab.kind." + question.kind().word()));
        note.setWrapText(true);
        note.getStyleClass().add("lab-note");
        HBox tools = canTake ? new HBox(take, note) : new HBox(note);
        tools.getStyleClass().add("lab-tools");
        return tools;
    }

    /// Shows how it stands.
    void show(LabSession session, boolean isCurrent) {
        String answer = session.answer(question.id());
        input.show(answer);
        state.setIconLiteral(answer.isBlank() ? "fth-square" : "fth-check-square");
        state.setAccessibleText(text(answer.isBlank() ? "lab.unanswered" : "lab.answered"));
        Optional<String> wrong = wrong(answer);
        fault.setText(wrong.orElse(""));
        fault.setVisible(wrong.isPresent());
        fault.setManaged(wrong.isPresent());
        count(answer);
        root.pseudoClassStateChanged(CURRENT, isCurrent);
        showHints(session);
    }

    /// A filter is answered beside what it selects in the open capture.
    private void count(String answer) {
        boolean isFilter = question.kind() == QuestionKind.FILTER || question.kind() == QuestionKind.SIGNATURE;
        if (isFilter && !answer.equals(counted)) {
            counted = answer;
            counts.of(answer, this::showCount);
        }
    }

    private void showCount(Optional<String> words) {
        count.setText(words.map(selected -> text("lab.selects", selected)).orElse(""));
        count.setVisible(words.isPresent());
        count.setManaged(words.isPresent());
    }

    /// Why an answer cannot be marked as it stands.
    private Optional<String> wrong(String answer) {
        if (answer.isBlank()) {
            return Optional.empty();
        }
        try {
            var _ = AnswerText.read(question, answer, Instant.EPOCH);
            return Optional.empty();
        } catch (AnswerException none) {
            return Optional.of(none.reason());
        }
    }

    private void showHints(LabSession session) {
        List<Hint> open = session.openHints(question.id());
        hints.getChildren().clear();
        for (int i = 0; i < open.size(); i++) {
            Label hint = new Label(text("lab.hint", Integer.toString(i + 1), open.get(i).text(), open.get(i).cost()));
            hint.setWrapText(true);
            hint.getStyleClass().add("lab-hint");
            hint.setMaxWidth(Double.MAX_VALUE);
            hints.getChildren().add(hint);
        }
        session.nextHint(question.id()).ifPresent(next -> {
            Button show = new Button(text("lab.hint.show", Integer.toString(open.size() + 1), next.cost()),
                    new FontIcon("fth-help-circle"));
            show.setId("lab-hint-" + question.id());
            show.getStyleClass().add("small");
            show.setMinWidth(Region.USE_PREF_SIZE);
            show.setOnAction(_ -> desk.openHint(question.id()));
            hints.getChildren().add(show);
        });
        if (!open.isEmpty()) {
            Label worth = new Label(text("lab.worth", session.worth(question.id())));
            worth.getStyleClass().add("lab-note");
            hints.getChildren().add(worth);
        }
    }

    /// Offers several answers to choose from, at the button.
    void offer(List<SelectionAnswer> answers, Consumer<String> chosen) {
        ContextMenu menu = new ContextMenu();
        for (SelectionAnswer each : answers) {
            MenuItem item = new MenuItem(each.words());
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> chosen.accept(each.answer()));
            menu.getItems().add(item);
        }
        menu.show(take.getParent(), Side.BOTTOM, 0, 0); // beside a small button it would be as small
    }

    /// Says why nothing was taken.
    void explain(String reason) {
        fault.setText(reason);
        fault.setVisible(true);
        fault.setManaged(true);
    }

    /// Takes an answer.
    void take(String answer) {
        input.take(answer);
    }

    /// Moves the keyboard to it.
    void focus() {
        Node field = input.root().lookup("#lab-answer-" + question.id());
        Node first = field != null ? field
                : input.root().lookup(".radio-button") != null ? input.root().lookup(".radio-button")
                : input.root().lookup(".check-box");
        if (first != null) {
            first.requestFocus();
        }
    }
}
