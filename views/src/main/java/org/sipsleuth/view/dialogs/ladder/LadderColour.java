package org.sipsleuth.view.dialogs.ladder;

import java.util.Locale;
import org.sipsleuth.view.fx.MessageClass;

/// The colours of a ladder, as its style sheet names them: `-ladder-background` and so on.
enum LadderColour {
    BACKGROUND,
    HEAD_BACKGROUND,
    TEXT,
    FAINT_TEXT,
    LINE,
    CURRENT,
    CURRENT_BAR,
    POINTED,
    DEFECT,
    REQUEST,
    PROVISIONAL,
    SUCCESS,
    REDIRECTION,
    CLIENT_ERROR,
    FAILURE;

    /// The property in CSS.
    String property() {
        return "-ladder-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The colour of arrows of this class.
    static LadderColour of(MessageClass messageClass) {
        return switch (messageClass) {
            case REQUEST -> REQUEST;
            case PROVISIONAL -> PROVISIONAL;
            case SUCCESS -> SUCCESS;
            case REDIRECTION -> REDIRECTION;
            case CLIENT_ERROR -> CLIENT_ERROR;
            case FAILURE -> FAILURE;
        };
    }
}
