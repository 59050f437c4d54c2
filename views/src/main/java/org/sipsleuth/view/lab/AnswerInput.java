package org.sipsleuth.view.lab;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.sipsleuth.lab.question.Question;
import org.sipsleuth.lab.question.QuestionKind;

/// Where the answer to one question is typed or chosen. Its value is the answer as text, in the form
/// in which it is saved.
final class AnswerInput {

    private static final int TEXT_ROWS = 3;

    private final Question question;
    private final Consumer<String> answered;
    private final VBox root = new VBox();
    private final FlowPane chips = new FlowPane();
    private String value = "";
    private boolean isShowing;
    private Consumer<String> display = _ -> {};

    /// @param answered gets each change by the user
    AnswerInput(Question question, Consumer<String> answered) {
        this.question = question;
        this.answered = answered;
        root.getStyleClass().add("lab-input");
        switch (question.kind()) {
            case ONE_OF -> addRadios();
            case SEVERAL_OF -> addChecks();
            case HOSTS, USERS, FRAMES -> addChips();
            case TEXT -> addText(area());
            case VALUE, THRESHOLD, TIME_RANGE, FILTER, SIGNATURE -> addText(field(false));
        }
    }

    /// The node.
    Node root() {
        return root;
    }

    /// Shows an answer.
    void show(String answer) {
        value = answer;
        isShowing = true;
        display.accept(answer);
        isShowing = false;
    }

    /// Takes an answer from elsewhere: sets of hosts, users and frames grow by it.
    void take(String answer) {
        boolean isSet = question.kind().isSet() || question.kind() == QuestionKind.FRAMES;
        String whole = isSet ? join(parts(value), answer) : answer;
        show(whole);
        answered.accept(whole);
    }

    private void set(String answer) {
        if (!isShowing) {
            value = answer;
            answered.accept(answer);
        }
    }

    private TextInputControl field(boolean isAdding) {
        TextField field = new TextField();
        field.setId("lab-answer-" + question.id());
        field.setPromptText(text("lab.prompt." + (isAdding ? "add" : question.kind().word())));
        field.setAccessibleText(question.text());
        boolean isCode = question.kind() == QuestionKind.FILTER || question.kind() == QuestionKind.SIGNATURE;
        field.getStyleClass().add(isCode ? "lab-code" : "lab-field");
        return field;
    }

    private TextInputControl area() {
        TextArea area = new TextArea();
        area.setId("lab-answer-" + question.id());
        area.setWrapText(true);
        area.setPrefRowCount(TEXT_ROWS);
        area.setPromptText(text("lab.prompt.text"));
        area.setAccessibleText(question.text());
        return area;
    }

    private void addText(TextInputControl control) {
        control.textProperty().subscribe(this::set);
        display = answer -> {
            if (!control.getText().equals(answer)) {
                control.setText(answer);
            }
        };
        HBox row = new HBox(control);
        row.getStyleClass().add("lab-input-row");
        HBox.setHgrow(control, Priority.ALWAYS);
        if (!question.unit().isEmpty()) {
            Label unit = new Label(question.unit());
            unit.setMinWidth(Label.USE_PREF_SIZE);
            row.getChildren().add(unit);
        }
        root.getChildren().add(row);
    }

    private void addRadios() {
        ToggleGroup group = new ToggleGroup();
        List<RadioButton> all = question.choices().stream().map(RadioButton::new).toList();
        all.forEach(each -> {
            each.setToggleGroup(group);
            each.setWrapText(true);
            each.setMnemonicParsing(false);
            each.setOnAction(_ -> set(each.getText()));
        });
        display = answer -> all.forEach(each -> each.setSelected(each.getText().equals(answer)));
        root.getChildren().addAll(all);
    }

    private void addChecks() {
        List<CheckBox> all = question.choices().stream().map(CheckBox::new).toList();
        all.forEach(each -> {
            each.setWrapText(true);
            each.setMnemonicParsing(false);
            each.setOnAction(_ -> set(all.stream()
                    .filter(CheckBox::isSelected)
                    .map(CheckBox::getText)
                    .collect(Collectors.joining("; "))));
        });
        display = answer -> {
            List<String> chosen = List.of(answer.split("; ", -1));
            all.forEach(each -> each.setSelected(chosen.contains(each.getText())));
        };
        root.getChildren().addAll(all);
    }

    private void addChips() {
        chips.getStyleClass().add("lab-chips");
        TextField add = (TextField) field(true);
        add.setOnAction(_ -> {
            if (!add.getText().isBlank()) {
                take(add.getText());
                add.clear();
            }
        });
        add.focusedProperty().subscribe(isFocused -> {
            if (!isFocused && !add.getText().isBlank()) {
                take(add.getText());
                add.clear();
            }
        });
        display = answer -> chips.getChildren().setAll(parts(answer).stream().map(this::chip).toList());
        root.getChildren().addAll(chips, add);
    }

    private Node chip(String part) {
        String words = question.kind() == QuestionKind.FRAMES ? "#" + part : part;
        Button chip = new Button(words, new FontIcon("fth-x"));
        chip.getStyleClass().addAll("lab-chip", "small");
        chip.setMnemonicParsing(false);
        chip.setAccessibleText(text("lab.chip.remove", part));
        chip.setOnAction(_ -> {
            Set<String> rest = parts(value);
            rest.remove(part);
            String answer = String.join(", ", rest);
            show(answer);
            answered.accept(answer);
        });
        return chip;
    }

    private static Set<String> parts(String answer) {
        return Arrays.stream(answer.split("[\\s,;]+", -1))
                .map(part -> part.startsWith("#") ? part.substring(1) : part)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String join(Set<String> there, String more) {
        there.addAll(parts(more));
        return String.join(", ", there);
    }
}
