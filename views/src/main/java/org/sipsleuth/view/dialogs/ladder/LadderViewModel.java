package org.sipsleuth.view.dialogs.ladder;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.ladder.HostNames;
import org.sipsleuth.dialog.ladder.Ladder;
import org.sipsleuth.dialog.ladder.MediaArrow;
import org.sipsleuth.dialog.ladder.layer.DeltaTo;
import org.sipsleuth.dialog.outcome.DialogOutcome;
import org.sipsleuth.view.dialogs.ladder.sheet.ArrowSteps;
import org.sipsleuth.view.dialogs.ladder.sheet.ArrowSteps.Arrow;
import org.sipsleuth.view.dialogs.ladder.sheet.LadderRows;
import org.sipsleuth.view.dialogs.ladder.sheet.LadderSheet;
import org.sipsleuth.view.dialogs.ladder.sheet.ShownMessages;
import org.sipsleuth.view.session.Selection;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.session.filter.Filtered;
import org.sipsleuth.view.session.page.LikelyMessage;
import org.sipsleuth.view.ui.Texts;

/// The ladder of the chosen dialogs: its rows, which of them is the current one, and what the user
/// calls the hosts.
final class LadderViewModel {

    /// More messages are not laid out at once: nobody steps through them.
    static final int MOST_MESSAGES = 200_000;

    /// So many chosen messages are compared, the second being the current one.
    private static final int COMPARED = 2;

    private final SelectionModel selection;
    private final LadderChoices choices;
    private final SheetMaker maker;
    private final LadderHeadline headline = new LadderHeadline();
    private final ShownMessages shownMessages = new ShownMessages(MOST_MESSAGES);
    private final ReadOnlyObjectWrapper<@Nullable LadderSheet> sheet = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable LadderRows> rows = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper placeholder = new ReadOnlyStringWrapper(Texts.text("dialogs.ladder.empty"));
    private final ReadOnlyIntegerWrapper current = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyObjectWrapper<@Nullable MediaArrow> stream = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable CurrentMessage> currentMessage = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<List<LikelyMessage>> likely = new SimpleObjectProperty<>(List.of());
    private final ReadOnlyIntegerWrapper marked = new ReadOnlyIntegerWrapper(-1);
    private @Nullable SipIndex index;
    private List<Integer> dialogs = List.of();
    private int[] messages = {};
    private boolean keepsToEnd;
    private boolean isChanging;

    LadderViewModel(SelectionModel selection, LadderChoices choices, SheetMaker.Background background) {
        this.selection = selection;
        this.choices = choices;
        maker = new SheetMaker(background);
        choices.planProperty().addListener((_, _, _) -> layAgain());
        choices.optionsProperty().addListener((_, old, now) -> {
            if (!old.style().equals(now.style())) {
                layAgain();
            }
        });
        selection.selectionProperty().subscribe(this::follow);
        current.subscribe(_ -> headline.showPosition(rows.get(), current.get()));
    }

    /// The ladder as it is drawn, or null if no dialog is chosen.
    ReadOnlyObjectProperty<@Nullable LadderSheet> sheetProperty() {
        return sheet.getReadOnlyProperty();
    }

    /// The placeholder without a ladder.
    ReadOnlyStringProperty placeholderProperty() {
        return placeholder.getReadOnlyProperty();
    }

    /// Whether a large ladder is being laid out.
    ReadOnlyBooleanProperty busyProperty() {
        return maker.busyProperty();
    }

    /// The reference message for time deltas, or -1.
    ReadOnlyIntegerProperty markedProperty() {
        return marked.getReadOnlyProperty();
    }

    LadderChoices choices() {
        return choices;
    }

    /// The rows, or null if no dialog is chosen.
    ReadOnlyObjectProperty<@Nullable LadderRows> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /// The current row, or -1.
    ReadOnlyIntegerProperty currentProperty() {
        return current.getReadOnlyProperty();
    }

    /// The current stream, or null if a message is current.
    ReadOnlyObjectProperty<@Nullable MediaArrow> streamProperty() {
        return stream.getReadOnlyProperty();
    }

    /// The place of the current stream among those of the sheet, or -1.
    int streamPlace() {
        LadderSheet shown = sheet.get();
        MediaArrow wanted = stream.get();
        return shown == null || wanted == null ? -1
                : shown.layers().media().stream().map(Ladder.PlacedMedia::arrow).toList().indexOf(wanted);
    }

    /// Makes a stream the current one; the message that is shown stays.
    ///
    /// @param place among those of the sheet
    void goToStream(int place) {
        LadderSheet shown = sheet.get();
        if (shown != null && place >= 0 && place < shown.layers().media().size()) {
            keepsToEnd = false;
            stream.set(shown.layers().media().get(place).arrow());
        }
    }

    /// Goes to the arrow below, or above if the direction is negative: of a stream, too.
    void stepArrow(int direction) {
        LadderSheet shown = sheet.get();
        if (shown == null) {
            return;
        }
        int place = streamPlace();
        Arrow at = place < 0 ? Arrow.ofRow(current.get()) : new Arrow(shown.layers().media().get(place).row(), place);
        Arrow next = direction > 0 ? ArrowSteps.below(shown, at) : ArrowSteps.above(shown, at);
        if (next.isStream()) {
            goToStream(next.stream());
        } else {
            goTo(next.row());
        }
    }

    /// The message of the current row, or null.
    ReadOnlyObjectProperty<@Nullable CurrentMessage> currentMessageProperty() {
        return currentMessage.getReadOnlyProperty();
    }

    /// What may come after the current message.
    ObjectProperty<List<LikelyMessage>> likelyProperty() {
        return likely;
    }

    /// What may come after the last message, drawn faint below it while it is the current one;
    /// nothing is ever drawn between captured messages.
    List<LikelyMessage> likelyBelow() {
        LadderRows shown = rows.get();
        boolean isLast = shown != null && current.get() >= shown.size() - 1;
        return isLast ? likely.get() : List.of();
    }

    /// The dialog's Call-ID, or how many dialogs there are.
    ReadOnlyStringProperty titleProperty() {
        return headline.titleProperty();
    }

    /// The dialogs with their Call-IDs.
    ReadOnlyStringProperty titleTipProperty() {
        return headline.tipProperty();
    }

    /// `4 of 7`
    ReadOnlyStringProperty positionProperty() {
        return headline.positionProperty();
    }

    /// What of the dialogs is not shown, or empty.
    ReadOnlyStringProperty noteProperty() {
        return headline.noteProperty();
    }

    /// Makes the current message the reference for time deltas, or clears it if it is that already.
    void mark() {
        LadderRows shown = rows.get();
        int row = current.get();
        if (shown != null && row >= 0) {
            int message = shown.ladder().message(row);
            boolean isOn = marked.get() != message;
            marked.set(isOn ? message : -1);
            choices.style(style -> style.withDelta(isOn ? DeltaTo.MARK : DeltaTo.PREVIOUS));
        }
    }

    /// The row of the marked message, or -1.
    int markedRow() {
        LadderRows shown = rows.get();
        return shown == null || marked.get() < 0 ? -1 : shown.rowOf(marked.get());
    }

    /// Shows dialogs merged by time. The same dialogs again, out of a larger index, keep the
    /// current message.
    void show(SipIndex from, List<Integer> chosen) {
        List<Integer> known = chosen.stream().filter(dialog -> dialog < from.dialogs().size()).toList();
        boolean sameDialogs = known.equals(dialogs) && rows.get() != null;
        int[] shown = shownMessages.of(from, known);
        boolean sameMessages = sameDialogs && Arrays.equals(shown, messages);
        dialogs = known;
        messages = shown;
        boolean isPublished = !sameDialogs && publishChosen(from);
        headline.showDialogs(from, known, shown.length, shownMessages.leftOut(from, known));
        if (index != from) {
            index = from;
            if (!sameDialogs) {
                marked.set(-1);
            }
            isChanging = true;
            choices.names(choices.plan().names().withCaptured(HostNames.capturedIn(from)));
            isChanging = false;
        }
        int row = current.get();
        keepsToEnd = keepsToEnd && sameDialogs;
        if (sameMessages && !from.opened().hasChanged()) {
            renew(from);
        } else if (sameDialogs) {
            lay(laid -> keepsToEnd ? laid.size() - 1 : row);
        } else {
            lay(this::firstRow);
            if (maker.busyProperty().get()) {
                stand(null, _ -> -1); // not on rows of other dialogs meanwhile
                if (!isPublished) {
                    publishCurrent();
                }
            }
        }
    }

    /// A snapshot that says the same of these messages needs no new ladder.
    private void renew(SipIndex from) {
        LadderSheet before = sheet.get();
        if (before != null && before.rows().index() != from) {
            LadderRows same = new LadderRows(from, before.rows().ladder());
            publish(before.withRows(same), _ -> current.get());
        }
    }

    /// Lays the ladder out, at once or in the background.
    ///
    /// @param place returns the row to go to
    private void lay(ToIntFunction<LadderRows> place) {
        SipIndex from = index;
        placeholder.set(Texts.text("dialogs.ladder.empty"));
        if (from == null || messages.length == 0) {
            maker.stop();
            publish(null, _ -> -1);
        } else if (from.opened().hasChanged()) {
            maker.stop();
            showUnreadable();
        } else {
            maker.make(from, messages, choices.plan(), choices.style(), laid -> publish(laid, place),
                    this::showUnreadable);
        }
    }

    /// Nothing of the ladder before stays: it is of other dialogs.
    void showUnreadable() {
        headline.showNothing();
        publish(null, _ -> -1);
        placeholder.set(Texts.text("dialogs.ladder.unreadable"));
    }

    private void layAgain() {
        if (!isChanging) {
            lay(this::keepMessage);
        }
    }

    private int keepMessage(LadderRows laid) {
        CurrentMessage before = currentMessage.get();
        if (before == null) {
            return 0;
        }
        int row = laid.rowOf(before.message());
        if (row >= 0) {
            return row;
        }
        int next = 0; // it is left out: the next that is not
        while (next < laid.size() - 1 && laid.ladder().message(next) < before.message()) {
            next++;
        }
        return next;
    }

    private void publish(@Nullable LadderSheet laid, ToIntFunction<LadderRows> place) {
        stand(laid, place);
        publishCurrent();
    }

    private void stand(@Nullable LadderSheet laid, ToIntFunction<LadderRows> place) {
        int wanted = laid == null ? -1 : Math.min(place.applyAsInt(laid.rows()), laid.rows().size() - 1);
        sheet.set(laid);
        rows.set(laid == null ? null : laid.rows());
        current.set(wanted);
        if (streamPlace() < 0) {
            stream.set(null);
        }
        headline.showPosition(rows.get(), wanted);
        headline.showOmitted(rows.get());
    }

    void showNothing() {
        index = null;
        dialogs = List.of();
        messages = new int[0];
        headline.showNothing();
        keepsToEnd = false;
        lay(_ -> -1);
    }

    /// Makes a row the current one, for the whole workbench. Who goes to the last one stays at the
    /// end while more messages come.
    void goTo(int row) {
        LadderRows shown = rows.get();
        if (shown == null || shown.size() == 0) {
            return;
        }
        int wanted = Math.clamp(row, 0, shown.size() - 1);
        stream.set(null);
        current.set(wanted);
        keepsToEnd = wanted == shown.size() - 1;
        publishCurrent();
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

    /// Goes so many rows forward, or back if negative; from a stream to the messages around it.
    void step(int count) {
        LadderSheet shown = sheet.get();
        int place = streamPlace();
        int below = shown == null || place < 0 ? -1 : shown.layers().media().get(place).row();
        goTo((below < 0 ? current.get() : count > 0 ? below - 1 : below) + count);
    }

    private void follow(Selection now) {
        LadderRows shown = rows.get();
        int row = shown == null ? -1 : rowOfSelected(shown);
        SipIndex from = index;
        if (row >= 0) {
            stream.set(null);
            current.set(row);
            publishCurrent();
        } else if (shown == null && from != null) {
            publishChosen(from);
        }
    }

    /// Publishes the chosen message before there is a ladder that it is in: who chooses one waits
    /// for its text.
    ///
    /// @return whether it is one of those that are shown
    private boolean publishChosen(SipIndex from) {
        int chosen = chosenMessage(from);
        boolean isShown = chosen >= 0 && Arrays.binarySearch(messages, chosen) >= 0;
        if (isShown) {
            currentMessage.set(new CurrentMessage(from, chosen));
        }
        return isShown;
    }

    /// The message to stand at, or -1 if none is chosen: the last of those that are chosen; but of
    /// the evidence of a dialog that went wrong that which shows why.
    private int chosenMessage(SipIndex from) {
        List<Integer> chosen = selection.get().messages();
        if (chosen.size() > COMPARED) {
            int why = explaining(from);
            if (chosen.contains(why)) {
                return why;
            }
        }
        return chosen.isEmpty() ? -1 : chosen.getLast();
    }

    /// The message that decided the outcome of the only dialog, if that went wrong; else -1.
    private int explaining(SipIndex from) {
        if (dialogs.size() != 1) {
            return -1;
        }
        DialogOutcome its = DialogOutcome.of(from, dialogs.getFirst());
        return its.outcome().isBad() ? its.evidence() : -1;
    }

    private void publishCurrent() {
        LadderRows shown = rows.get();
        int row = current.get();
        currentMessage.set(shown == null || row < 0 || row >= shown.size() ? null
                : new CurrentMessage(shown.index(), shown.ladder().message(row)));
    }

    /// Where a ladder begins: at the chosen message, else at the first that matches the filter,
    /// else at that which shows why the dialog went wrong.
    private int firstRow(LadderRows laid) {
        int chosen = rowOfSelected(laid);
        if (chosen >= 0) {
            return chosen;
        }
        int match = shownMessages.marks(laid).nextSetBit(0);
        int why = explaining(laid.index());
        return match >= 0 ? match : why >= 0 ? Math.max(0, laid.rowOf(why)) : 0;
    }

    /// Goes to the next message that matches the window's filter, or to the one before.
    ///
    /// @param direction 1 or -1
    /// @return false if this ladder does not contain it
    boolean stepToMatch(int direction) {
        LadderRows shown = rows.get();
        if (shown == null) {
            return false;
        }
        BitSet matches = shownMessages.matches(shown);
        int from = current.get() + direction;
        int row = direction > 0 ? matches.nextSetBit(from) : from < 0 ? -1 : matches.previousSetBit(from);
        if (row >= 0) {
            goTo(row);
        }
        return row >= 0;
    }

    /// The rows that are marked because they match the window's filter, and others of their dialog
    /// do not.
    BitSet matchMarks(LadderRows shown) {
        return shownMessages.marks(shown);
    }

    private int rowOfSelected(LadderRows shown) {
        int chosen = chosenMessage(shown.index());
        return chosen < 0 ? -1 : shown.rowOf(chosen);
    }

    /// Shows what the window's filter leaves: only these messages, or the others faint.
    void showFiltered(Optional<Filtered> left) {
        boolean changes = shownMessages.use(left);
        SipIndex from = index;
        if (changes && from != null) {
            messages = shownMessages.of(from, dialogs);
            headline.showDialogs(from, dialogs, messages.length, shownMessages.leftOut(from, dialogs));
            lay(this::keepUnlessFirst);
        } else {
            LadderRows shown = rows.get();
            if (shown != null && left.isPresent() && rowOfSelected(shown) < 0) {
                current.set(firstRow(shown));
                publishCurrent();
            }
        }
    }

    /// Keeps the message that somebody stepped to; any other ladder starts over.
    private int keepUnlessFirst(LadderRows laid) {
        return rowOfSelected(laid) < 0 && selection.get().messages().isEmpty() ? firstRow(laid) : keepMessage(laid);
    }

    /// Whether a row is drawn faint, because it does not fit the window's filter.
    boolean isFaint(int row) {
        LadderRows shown = rows.get();
        return shown != null && row < shown.size() && shownMessages.isFaint(shown.index(), shown.ladder().message(row));
    }
}
