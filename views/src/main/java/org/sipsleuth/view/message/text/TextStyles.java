package org.sipsleuth.view.message.text;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// The CSS of the styles of a text. A canvas knows no style sheet, so it is read from nodes
/// that do and are never seen: a text of each style's class, and for what marks its characters
/// a rectangle of that class and `mark`.
final class TextStyles {

    private static final String TEXT = "text";

    private final Group samples = new Group();
    private final Map<String, Text> texts = new HashMap<>();
    private final Map<TextMark, Rectangle> marks = new EnumMap<>(TextMark.class);
    private final Map<List<String>, TextStyle> stylesByNames = new HashMap<>();
    private final Rectangle selection = new Rectangle();
    private final Runnable changed;
    private @Nullable Font bold;

    /// @param changed called when colours or fonts have changed, as all do with the theme
    TextStyles(Runnable changed) {
        this.changed = changed;
        samples.setVisible(false);
        samples.setManaged(false);
        text(TEXT);
        for (TextMark mark : TextMark.values()) {
            Rectangle sample = new Rectangle();
            sample.getStyleClass().addAll("mark", mark.style());
            listen(sample);
            marks.put(mark, sample);
        }
        selection.getStyleClass().add("selection");
        listen(selection);
    }

    /// The nodes that it is read from.
    Group samples() {
        return samples;
    }

    /// The font of what is not bold.
    Font plainFont() {
        return text(TEXT).getFont();
    }

    /// The font of what is.
    Font boldFont() {
        Font now = bold;
        if (now == null) {
            Font plain = plainFont();
            now = Font.font(plain.getFamily(), FontWeight.BOLD, plain.getSize());
            bold = now;
        }
        return now;
    }

    /// The ground of the selection.
    Paint selection() {
        return selection.getFill();
    }

    /// The ground under marked characters.
    Paint ground(TextMark mark) {
        return sample(mark).getFill();
    }

    /// The lines at marked characters, or null for none.
    @Nullable
    Paint line(TextMark mark) {
        return sample(mark).getStroke();
    }

    /// How characters with these styles are drawn.
    TextStyle style(List<String> styles) {
        TextStyle known = stylesByNames.get(styles);
        if (known == null) {
            known = combine(styles);
            stylesByNames.put(styles, known);
        }
        return known;
    }

    private TextStyle combine(List<String> styles) {
        Paint usual = text(TEXT).getFill();
        Paint fill = usual;
        boolean isBold = false;
        List<TextMark> marked = new ArrayList<>();
        for (String style : styles) {
            Text sample = text(style);
            if (!sample.getFill().equals(usual)) {
                fill = sample.getFill();
            }
            isBold |= sample.getFont().getStyle().contains("Bold");
            for (TextMark mark : TextMark.values()) {
                if (mark.style().equals(style)) {
                    marked.add(mark);
                }
            }
        }
        return new TextStyle(fill, isBold, marked);
    }

    private Rectangle sample(TextMark mark) {
        Rectangle sample = marks.get(mark);
        if (sample == null) {
            throw new IllegalStateException("no mark " + mark);
        }
        return sample;
    }

    private Text text(String style) {
        Text known = texts.get(style);
        if (known == null) {
            known = new Text();
            known.getStyleClass().setAll(TEXT, style);
            texts.put(style, known);
            samples.getChildren().add(known);
            known.applyCss();
            known.fillProperty().addListener(_ -> forget());
            known.fontProperty().addListener(_ -> forget());
        }
        return known;
    }

    private void listen(Rectangle sample) {
        sample.setFill(Color.TRANSPARENT);
        samples.getChildren().add(sample);
        sample.fillProperty().addListener(_ -> changed.run());
        sample.strokeProperty().addListener(_ -> changed.run());
    }

    private void forget() {
        stylesByNames.clear();
        bold = null;
        changed.run();
    }
}
