package org.sipsleuth.view.dialogs.ladder;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.note.DialogNotes;
import org.sipsleuth.dialog.note.Hint;
import org.sipsleuth.dialog.note.MessageExplanation;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.view.dialogs.ladder.sheet.LadderRows;
import org.sipsleuth.view.message.VisibleText;
import org.sipsleuth.view.ui.Texts;

/// The hints about the messages of a ladder, found in the background.
final class LadderHints {

    private static final int HINTS_TOLD = 4;
    private static final int LONGEST = 300;

    private final Background background;
    private final ReadOnlyObjectWrapper<Map<Integer, List<Hint>>> byMessage = new ReadOnlyObjectWrapper<>(Map.of());
    private Runnable cancel = () -> {};
    private @Nullable SipIndex index;
    private List<Integer> dialogs = List.of();

    /// Finds hints in the background, and delivers them on the JavaFX thread.
    @FunctionalInterface
    interface Background {
        /// Begins.
        ///
        /// @return what stops it
        Runnable run(Function<RunMonitor, List<Hint>> work, Consumer<List<Hint>> then);
    }

    LadderHints(Background background) {
        this.background = background;
    }

    /// Message → hints.
    ReadOnlyObjectProperty<Map<Integer, List<Hint>>> byMessageProperty() {
        return byMessage.getReadOnlyProperty();
    }

    /// Switches to other dialogs, or to a larger snapshot of them.
    void show(SipIndex shown, List<Integer> chosen) {
        if (shown == index && chosen.equals(dialogs)) {
            return;
        }
        cancel.run();
        index = shown;
        dialogs = List.copyOf(chosen);
        byMessage.set(Map.of());
        cancel = background.run(
                monitor -> shown.opened().verified(() -> DialogNotes.of(shown, List.copyOf(chosen), monitor)),
                found -> {
                    if (shown == index && chosen.equals(dialogs)) {
                        take(found);
                    }
                });
    }

    void showNothing() {
        cancel.run();
        index = null;
        dialogs = List.of();
        byMessage.set(Map.of());
    }

    private void take(List<Hint> found) {
        Map<Integer, List<Hint>> sorted = new HashMap<>();
        for (Hint hint : found) {
            sorted.computeIfAbsent(hint.message(), _ -> new ArrayList<>()).add(hint);
        }
        byMessage.set(sorted);
    }

    /// The rows that hints are about.
    BitSet rows(LadderRows rows) {
        BitSet hinted = new BitSet();
        for (int message : byMessage.get().keySet()) {
            int row = rows.rowOf(message);
            if (row >= 0) {
                hinted.set(row);
            }
        }
        return hinted;
    }

    /// The meaning of a row's message, and the hints about all messages that the row counts, for a
    /// tooltip.
    String words(LadderRows rows, int row) {
        List<String> texts = byMessage.get()
                .entrySet()
                .stream()
                .filter(entry -> rows.rowOf(entry.getKey()) == row)
                .sorted(Map.Entry.comparingByKey())
                .flatMap(entry -> entry.getValue().stream())
                .map(hint -> "\n! " + VisibleText.ofValue(hint.text(), LONGEST))
                .distinct()
                .toList();
        int message = rows.ladder().message(row);
        String more =
                texts.size() > HINTS_TOLD ? "\n" + Texts.text("dialogs.ladder.more.hints", texts.size() - HINTS_TOLD)
                        : "";
        return "\n" + MessageExplanation.of(rows.index(), message).text()
                + texts.stream().limit(HINTS_TOLD).collect(Collectors.joining()) + more;
    }
}
