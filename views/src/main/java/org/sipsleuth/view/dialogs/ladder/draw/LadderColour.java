package org.sipsleuth.view.dialogs.ladder.draw;

import java.util.List;
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
    DEFECT,
    MARK,
    MEDIA,
    HINT,
    HIT,
    HIT_MARK,
    MATCH_MARK,
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

    private static final List<LadderColour> GROUPS =
            List.of(GROUP_0, GROUP_1, GROUP_2, GROUP_3, GROUP_4, GROUP_5, GROUP_6);

    /// The colour of a group of rows.
    ///
    /// @param place as [RowGroups#colour] returns it
    static LadderColour ofGroup(int place) {
        return GROUPS.get(place);
    }
}
