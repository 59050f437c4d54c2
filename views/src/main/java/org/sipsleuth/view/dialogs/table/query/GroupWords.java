package org.sipsleuth.view.dialogs.table.query;

import static org.sipsleuth.view.ui.Texts.text;

import org.sipsleuth.view.message.VisibleText;
import org.sipsleuth.view.ui.UtcTime;

/// What some dialogs are together, in words.
public final class GroupWords {

    private static final int LONGEST = 200;

    private GroupWords() {}

    /// The head of a group: how many dialogs, the value, the totals. The number comes first, where
    /// no width cuts it off.
    public static String of(RowGroups groups, int group) {
        String value = VisibleText.ofValue(groups.value(group), LONGEST);
        return text("dialogs.group.head", value.isEmpty() ? groups.none() : value, of(groups.totals(group)),
                groups.totals(group).dialogs());
    }

    /// `12 dialogs, 3 failed · 84 messages · 3 min 2 s · 9 calls, 7 answered, talk time 2 min, 2
    /// failed`; where only messages that match the filter are shown, `14 of 84 messages`.
    public static String of(RowGroups.Totals totals) {
        return text("dialogs.totals", totals.dialogs(),
                totals.shown() < totals.messages()
                        ? text("dialogs.totals.messages.of", totals.shown(), totals.messages())
                        : text("dialogs.totals.messages", totals.messages()),
                UtcTime.length((double) totals.nanos()), totals.calls().calls(), totals.calls().answered(),
                UtcTime.length((double) totals.calls().talkNanos()), totals.failed(), totals.calls().failed());
    }
}
