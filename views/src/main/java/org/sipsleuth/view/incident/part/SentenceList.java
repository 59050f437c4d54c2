package org.sipsleuth.view.incident.part;

import java.util.List;
import java.util.function.IntFunction;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.sipsleuth.sentence.Sentence;

/// Sentences below each other, each behind its number or a mark.
public final class SentenceList extends GridPane {

    private static final double MARK_WIDTH = 24;

    private SentenceList(List<Sentence> sentences, IntFunction<Node> mark) {
        getStyleClass().add("numbered");
        ColumnConstraints marks = new ColumnConstraints();
        marks.setMinWidth(MARK_WIDTH);
        ColumnConstraints words = new ColumnConstraints();
        words.setHgrow(Priority.ALWAYS);
        getColumnConstraints().setAll(marks, words);
        for (int i = 0; i < sentences.size(); i++) {
            Node before = mark.apply(i);
            GridPane.setValignment(before, VPos.TOP);
            addRow(i, before, Tags.paragraph(IncidentTexts.visible(sentences.get(i).text()), "sentence"));
        }
    }

    /// Numbered from one.
    public static SentenceList numbered(List<Sentence> sentences) {
        return new SentenceList(sentences, i -> Tags.label(Integer.toString(i + 1), "number"));
    }

    /// Each behind this icon.
    public static SentenceList marked(String icon, List<Sentence> sentences) {
        return new SentenceList(sentences, _ -> Tags.icon(icon, "neutral"));
    }
}
