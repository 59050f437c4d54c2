package org.sipsleuth.view.ui;

import static org.sipsleuth.view.ui.Texts.text;

import org.sipsleuth.finding.Mark;

/// The colour, the shape and the word of a mark, the same everywhere. The colours are looked up in
/// `sipsleuth.css`, so that they follow the theme.
public final class MarkStyle {

    private MarkStyle() {}

    /// The CSS class of nodes that stand for it, e.g. `sipsleuth-known`.
    public static String styleClass(Mark mark) {
        return "sipsleuth-" + mark.word();
    }

    /// The character that stands for it where colour alone would not do.
    public static String shape(Mark mark) {
        return switch (mark) {
            case KNOWN -> "●";
            case UNKNOWN -> "▲";
        };
    }

    /// Shape and word: `▲ unknown`.
    public static String words(Mark mark) {
        return shape(mark) + " " + text("mark." + mark.word());
    }
}
