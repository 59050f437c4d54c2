package org.sipsleuth.app.workbench;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// What a window shows as text.
///
/// @param whole labels, runs of text, tooltips and what screen readers say
/// @param parts the lines, sentences and parts of these
record ShownTexts(List<String> whole, List<String> parts) {

    /// After a sentence, before a further part, between parts, and between lines.
    private static final List<String> SEPARATORS = List.of("(?<=\\.) ", "(?=; )", "; ", " · ", ": ", "\n");

    static ShownTexts of(Parent root) {
        List<String> texts = new ArrayList<>();
        collect(root, texts);
        List<String> parts = new ArrayList<>();
        texts.forEach(text -> split(text, parts));
        return new ShownTexts(List.copyOf(texts), List.copyOf(parts));
    }

    private static void collect(Node node, List<String> texts) {
        if (!node.isVisible()) {
            return;
        }
        switch (node) {
            case Labeled labeled -> add(labeled.getText(), texts);
            case Text text when !(text.getParent() instanceof Labeled) -> add(text.getText(), texts);
            case TextFlow flow -> {
                StringBuilder whole = new StringBuilder();
                for (Node part : flow.getChildren()) {
                    whole.append(part instanceof Text text ? text.getText() : "");
                }
                add(whole.toString(), texts);
            }
            default -> {
            }
        }
        add(node.getAccessibleText(), texts);
        if (node instanceof Control control && control.getTooltip() != null) {
            add(control.getTooltip().getText(), texts);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, texts));
        }
    }

    private static void add(String text, List<String> texts) {
        if (text != null && !text.isBlank()) {
            texts.add(text);
        }
    }

    private static void split(String text, List<String> parts) {
        for (String each : SEPARATORS) {
            String[] split = text.split(each);
            if (split.length > 1) {
                parts.addAll(List.of(split));
            }
        }
    }
}
