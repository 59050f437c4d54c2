package org.sipsleuth.view.dialogs.ladder.draw;

import java.util.Locale;

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
    MARK,
    MEDIA,
    HINT,
    HIT,
    HIT_MARK,
    MATCH_MARK,
    UNKNOWN,
    BAND,
    BAND_OTHER,
    GROUP_0,
    GROUP_1,
    GROUP_2,
    GROUP_3,
    GROUP_4,
    GROUP_5,
    GROUP_6,
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
}
