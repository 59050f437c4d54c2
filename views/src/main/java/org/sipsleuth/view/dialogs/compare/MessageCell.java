package org.sipsleuth.view.dialogs.compare;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import javafx.beans.binding.DoubleBinding;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.sipsleuth.compare.Change;
import org.sipsleuth.compare.Line;
import org.sipsleuth.compare.LinePair;
import org.sipsleuth.view.message.VisibleText;

/// A line of two messages side by side: what changed is marked within it.
final class MessageCell extends HBox {

    /// Longer lines are cut off: laying one out costs more than its share.
    private static final int LONGEST = 2_000;

    private static final String ELLIPSIS = "…";

    MessageCell(LinePair pair, DoubleBinding sideWidth) {
        getStyleClass().add("comparison-row");
        switch (pair) {
            case LinePair.OnlyLeft only -> {
                fill(plain(only.left()), "<", new TextFlow(), sideWidth);
                getStyleClass().add("only-left");
            }
            case LinePair.OnlyRight only -> {
                fill(new TextFlow(), ">", plain(only.right()), sideWidth);
                getStyleClass().add("only-right");
            }
            case LinePair.Both both -> {
                String moved = both.moved() ? "⇅" : "";
                String sign = both.changes().isEmpty() ? moved : "≠" + moved;
                fill(marked(both.left(), both.changes(), Change::leftFrom, Change::leftTo), sign,
                        marked(both.right(), both.changes(), Change::rightFrom, Change::rightTo), sideWidth);
                if (both.isDifferent()) {
                    getStyleClass().add(both.changes().isEmpty() ? "moved" : "changed");
                }
            }
        }
    }

    private void fill(TextFlow left, String sign, TextFlow right, DoubleBinding sideWidth) {
        Label middle = new Label(sign);
        middle.getStyleClass().add("comparison-sign");
        middle.setMinWidth(Region.USE_PREF_SIZE);
        for (TextFlow side : List.of(left, right)) {
            side.getStyleClass().add("comparison-side");
            side.prefWidthProperty().bind(sideWidth);
            side.minWidthProperty().bind(sideWidth);
            side.maxWidthProperty().bind(sideWidth);
        }
        getChildren().setAll(left, middle, right);
    }

    private static TextFlow plain(Line line) {
        return marked(line, List.of(), Change::leftFrom, Change::leftTo);
    }

    private static TextFlow marked(Line line, List<Change> changes, ToIntFunction<Change> from,
            ToIntFunction<Change> to) {
        String text = line.content();
        int shown = Math.min(text.length(), LONGEST);
        List<Node> parts = new ArrayList<>();
        int at = 0;
        for (Change change : changes) {
            int begin = Math.min(shown, from.applyAsInt(change));
            int end = Math.min(shown, to.applyAsInt(change));
            add(parts, text.substring(at, begin), "comparison-text");
            add(parts, text.substring(begin, end), "comparison-change");
            at = end;
        }
        add(parts, text.substring(at, shown), "comparison-text");
        if (shown < text.length()) {
            add(parts, ELLIPSIS, "comparison-text");
        }
        return new TextFlow(parts.toArray(Node[]::new));
    }

    private static void add(List<Node> parts, String bytes, String style) {
        if (!bytes.isEmpty()) {
            boolean isMark = bytes.equals(ELLIPSIS);
            Text text = new Text(isMark ? bytes : VisibleText.ofBytes(bytes.getBytes(StandardCharsets.ISO_8859_1)));
            text.getStyleClass().add(style);
            parts.add(text);
        }
    }
}
