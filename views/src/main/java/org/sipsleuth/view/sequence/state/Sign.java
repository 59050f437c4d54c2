package org.sipsleuth.view.sequence.state;

import org.sipsleuth.finding.Mark;
import org.sipsleuth.finding.NetworkMark;
import org.sipsleuth.view.ui.MarkStyle;
import org.sipsleuth.view.ui.NetworkStyle;

/// What stands for a sequence in scatter and list: its verdict, or in the laboratory what the
/// network says.
public enum Sign {
    KNOWN, UNKNOWN, WITHIN, BETWEEN, OUTSIDE;

    /// The sign of a verdict.
    public static Sign of(Mark mark) {
        return switch (mark) {
            case KNOWN -> KNOWN;
            case UNKNOWN -> UNKNOWN;
        };
    }

    /// The sign of what the network says.
    public static Sign of(NetworkMark mark) {
        return switch (mark) {
            case WITHIN -> WITHIN;
            case BETWEEN -> BETWEEN;
            case OUTSIDE -> OUTSIDE;
        };
    }

    /// Whether it asks to be looked at: unknown, or not within the limits.
    public boolean isFlagged() {
        return switch (this) {
            case KNOWN, WITHIN -> false;
            case UNKNOWN, BETWEEN, OUTSIDE -> true;
        };
    }

    /// The CSS class of its colour.
    public String styleClass() {
        return switch (this) {
            case KNOWN -> MarkStyle.styleClass(Mark.KNOWN);
            case UNKNOWN -> MarkStyle.styleClass(Mark.UNKNOWN);
            case WITHIN -> NetworkStyle.styleClass(NetworkMark.WITHIN);
            case BETWEEN -> NetworkStyle.styleClass(NetworkMark.BETWEEN);
            case OUTSIDE -> NetworkStyle.styleClass(NetworkMark.OUTSIDE);
        };
    }

    /// Shape and word: `▲ unknown`.
    public String words() {
        return switch (this) {
            case KNOWN -> MarkStyle.words(Mark.KNOWN);
            case UNKNOWN -> MarkStyle.words(Mark.UNKNOWN);
            case WITHIN -> NetworkStyle.words(NetworkMark.WITHIN);
            case BETWEEN -> NetworkStyle.words(NetworkMark.BETWEEN);
            case OUTSIDE -> NetworkStyle.words(NetworkMark.OUTSIDE);
        };
    }
}
