package org.sipsleuth.view.ui;

import static org.sipsleuth.view.ui.Texts.text;

import org.sipsleuth.finding.NetworkMark;

/// The colour, the sign and the words of what a network says, none of which a verdict has: squares.
/// The colours are looked up in `sipsleuth.css`, so that they follow the theme.
public final class NetworkStyle {

    private NetworkStyle() {}

    /// The CSS class of nodes that stand for it, e.g. `sipsleuth-within`.
    public static String styleClass(NetworkMark mark) {
        return "sipsleuth-" + mark.word();
    }

    /// The character that stands for it where colour alone would not do.
    public static String shape(NetworkMark mark) {
        return switch (mark) {
            case WITHIN -> "■";
            case BETWEEN -> "◧";
            case OUTSIDE -> "▢";
        };
    }

    /// Sign and word: `▢ outside`.
    public static String words(NetworkMark mark) {
        return shape(mark) + " " + text("network." + mark.word());
    }
}
