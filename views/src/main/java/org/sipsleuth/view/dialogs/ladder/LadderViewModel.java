package org.sipsleuth.view.dialogs.ladder;

import java.util.Arrays;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.ladder.Ladder;
import org.sipsleuth.view.fx.Selection;
import org.sipsleuth.view.fx.SelectionModel;
import org.sipsleuth.view.fx.Texts;
import org.sipsleuth.view.message.VisibleText;

/// The ladder of the chosen dialogs: its rows, which of them is the current one, and what the user
/// calls the hosts.
final class LadderViewModel {

    /// More messages are not laid out at once: nobody steps through them.
    static final int MOST_MESSAGES = 200_000;

    private static final int LONGEST_CALL_ID = 100;

    private final SelectionModel selection;
    private final ReadOnlyObjectWrapper<@Nullable LadderRows> rows = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper current = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyObjectWrapper<@Nullable CurrentMessage> currentMessage =
            new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<List<LikelyMessage>> likely =
            new SimpleObjectProperty<>(List.of());
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper position = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private final ObservableMap<String, String> aliases = FXCollections.observableHashMap();
    private List<Integer> dialogs = List.of();
    private int[] messages = {};
    private boolean keepsToEnd;

    LadderViewModel(SelectionModel selection) {
        this.selection = selection;
        selection.selectionProperty().subscribe(this::follow);
        current.subscribe(_ -> describePosition());
    }

    /// The rows, or null if no dialog is chosen.
    ReadOnlyObjectProperty<@Nullable LadderRows> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /// The current row, or -1 if there are none.
    ReadOnlyIntegerProperty currentProperty() {
        return current.getReadOnlyProperty();
    }

    /// The message of the current row, or null if there is none.
    ReadOnlyObjectProperty<@Nullable CurrentMessage> currentMessageProperty() {
        return currentMessage.getReadOnlyProperty();
    }

    /// What may come after the current message, drawn faint below it.
    ObjectProperty<List<LikelyMessage>> likelyProperty() {
        return likely;
    }

    /// The dialog's Call-ID, or how many dialogs there are.
    ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /// `4 of 7`
    ReadOnlyStringProperty positionProperty() {
        return position.getReadOnlyProperty();
    }

    /// What of the dialogs is not shown, or empty.
    ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /// Host → what the user calls it, for this session.
    ObservableMap<String, String> aliases() {
        return aliases;
    }

    /// Calls a host by another name; an empty one gives it its own back.
    void rename(String host, String alias) {
        if (alias.isBlank()) {
            aliases.remove(host);
        } else {
            aliases.put(host, alias.strip());
        }
    }

    /// Shows dialogs merged by time. The same dialogs again, out of a larger index, keep the
    /// current message.
    void show(SipIndex index, List<Integer> chosen) {
        List<Integer> known =
                chosen.stream().filter(dialog -> dialog < index.dialogs().size()).toList();
        boolean sameDialogs = known.equals(dialogs) && rows.get() != null;
        int[] shown = messagesOf(index, known);
        dialogs = known;
        describe(index, known, shown.length);
        if (sameDialogs && Arrays.equals(shown, messages)) {
            LadderRows before = rows.get();
            if (before != null && before.index() != index) {
                rows.set(new LadderRows(index, before.ladder()));
                tellCurrent();
            }
            return;
        }
        messages = shown;
        int keep = !sameDialogs ? -1 : keepsToEnd ? shown.length - 1 : current.get();
        keepsToEnd = keepsToEnd && sameDialogs;
        rows.set(shown.length == 0 ? null : new LadderRows(index, Ladder.of(index, shown)));
        int wanted = keep >= 0 ? keep : Math.max(0, rowOfSelected());
        current.set(rows.get() == null ? -1 : Math.min(wanted, shown.length - 1));
        describePosition();
        tellCurrent();
    }

    void showNothing() {
        dialogs = List.of();
        messages = new int[0];
        rows.set(null);
        current.set(-1);
        title.set("");
        note.set("");
        keepsToEnd = false;
        describePosition();
        tellCurrent();
    }

    /// Makes a row the current one, for the whole workbench. Who goes to the last one stays at the
    /// end while more messages come.
    void goTo(int row) {
        LadderRows shown = rows.get();
        if (shown == null || shown.size() == 0) {
            return;
        }
        int wanted = Math.clamp(row, 0, shown.size() - 1);
        current.set(wanted);
        keepsToEnd = wanted == shown.size() - 1;
        tellCurrent();
        int message = shown.ladder().message(wanted);
        selection.set(selection.get().withMessages(List.of(message)));
    }

    /// Makes a row the current one and keeps the message of the current one chosen beside it, so
    /// that both are compared.
    void chooseBeside(int row) {
        LadderRows shown = rows.get();
        if (shown == null || row < 0 || row >= shown.size() || row == current.get()) {
            return;
        }
        int before = shown.ladder().message(Math.max(0, current.get()));
        int message = shown.ladder().message(row);
        selection.set(selection.get().withMessages(List.of(before, message)));
    }

    /// Goes so many rows forward, or back if negative.
    void step(int count) {
        goTo(current.get() + count);
    }

    private void follow(Selection now) {
        int row = rowOfSelected();
        if (row >= 0) {
            current.set(row);
            tellCurrent();
        }
    }

    private void tellCurrent() {
        LadderRows shown = rows.get();
        int row = current.get();
        currentMessage.set(
                shown == null || row < 0 || row >= shown.size()
                        ? null
                        : new CurrentMessage(shown.index(), shown.ladder().message(row)));
    }

    private int rowOfSelected() {
        LadderRows shown = rows.get();
        List<Integer> chosen = selection.get().messages();
        return shown == null || chosen.isEmpty() ? -1 : shown.rowOf(chosen.getLast());
    }

    private static int[] messagesOf(SipIndex index, List<Integer> dialogs) {
        if (dialogs.size() == 1) {
            int[] all = index.messagesOf(dialogs.getFirst());
            return all.length > MOST_MESSAGES ? Arrays.copyOf(all, MOST_MESSAGES) : all;
        }
        int[] merged = new int[MOST_MESSAGES];
        int count = 0;
        for (int dialog : dialogs) {
            int[] some = index.messagesOf(dialog);
            int taken = Math.min(some.length, MOST_MESSAGES - count);
            System.arraycopy(some, 0, merged, count, taken);
            count += taken;
            if (count == MOST_MESSAGES) {
                break;
            }
        }
        int[] result = Arrays.copyOf(merged, count);
        Arrays.sort(result); // messages are numbered by time
        return result;
    }

    private void describe(SipIndex index, List<Integer> known, int shown) {
        title.set(
                known.size() == 1
                        ? VisibleText.ofValue(
                                index.dialogs().callId(known.getFirst()), LONGEST_CALL_ID)
                        : Texts.text("dialogs.ladder.many", known.size()));
        long all = known.stream().mapToLong(index.dialogs()::messageCount).sum();
        note.set(all > shown ? Texts.text("dialogs.ladder.cut", shown, all) : "");
    }

    private void describePosition() {
        LadderRows shown = rows.get();
        position.set(
                shown == null
                        ? ""
                        : Texts.text("dialogs.ladder.position", current.get() + 1, shown.size()));
    }
}
