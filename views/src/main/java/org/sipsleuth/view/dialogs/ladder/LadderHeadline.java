package org.sipsleuth.view.dialogs.ladder;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.report.ladder.LadderTitle;
import org.sipsleuth.view.dialogs.ladder.sheet.LadderRows;
import org.sipsleuth.view.message.VisibleText;
import org.sipsleuth.view.ui.Texts;
import org.sipsleuth.view.ui.WindowFaults;

/// The headline of a ladder: its dialogs, the current position, and what is not shown.
final class LadderHeadline {

    private static final int LONGEST_CALL_ID = 100;
    private static final int HIDDEN_NAMED = 5;
    private static final int DIALOGS_NAMED = 8;

    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper tip = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper position = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private String cut = "";
    private String notFitting = "";

    ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /// The dialogs with their Call-IDs.
    ReadOnlyStringProperty tipProperty() {
        return tip.getReadOnlyProperty();
    }

    ReadOnlyStringProperty positionProperty() {
        return position.getReadOnlyProperty();
    }

    ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    void showNothing() {
        title.set("");
        tip.set("");
        cut = "";
        notFitting = "";
    }

    /// @param shown how many of their messages are laid out
    /// @param leftOut how many are left out because they do not fit the window's filter
    void showDialogs(SipIndex index, List<Integer> dialogs, int shown, long leftOut) {
        title.set(dialogs.size() == 1 ? LadderTitle.heading(index, dialogs.getFirst(), WindowFaults.SINK)
                : Texts.text("dialogs.ladder.many", dialogs.size()));
        String each = dialogs.stream()
                .limit(DIALOGS_NAMED)
                .map(dialog -> dialogTip(index, dialog))
                .collect(Collectors.joining("\n"));
        tip.set(dialogs.size() == 1 ? each : title.get() + "\n" + each);
        long all = dialogs.stream().mapToLong(index.dialogs()::messageCount).sum() - leftOut;
        notFitting = leftOut > 0 ? Texts.text("dialogs.ladder.not.fitting", leftOut) : "";
        cut = all > shown ? Texts.text("dialogs.ladder.cut", shown, all) : "";
    }

    private static String dialogTip(SipIndex index, int dialog) {
        return LadderTitle.heading(index, dialog, WindowFaults.SINK) + "\nCall-ID "
                + VisibleText.ofValue(index.dialogs().callId(dialog), LONGEST_CALL_ID);
    }

    void showPosition(@Nullable LadderRows rows, int current) {
        position.set(rows == null ? "" : Texts.text("dialogs.ladder.position", current + 1, rows.size()));
    }

    /// Shows what is omitted, so that a part is not mistaken for the whole ladder.
    void showOmitted(@Nullable LadderRows rows) {
        List<String> words = new ArrayList<>();
        Stream.of(cut, notFitting).filter(text -> !text.isEmpty()).forEach(words::add);
        if (rows != null && rows.ladder().leftOut() > 0) {
            words.add(Texts.text("dialogs.ladder.left", rows.ladder().leftOut()));
            List<String> hidden = rows.ladder().hidden();
            if (!hidden.isEmpty()) {
                words.add(Texts.text("dialogs.ladder.hidden", named(hidden)));
            }
        }
        note.set(String.join(" ", words));
    }

    private static String named(List<String> ids) {
        return ids.stream()
                .limit(HIDDEN_NAMED)
                .map(id -> VisibleText.ofValue(id, LONGEST_CALL_ID))
                .collect(Collectors.joining(", ")) + (ids.size() > HIDDEN_NAMED ? " …" : "");
    }
}
