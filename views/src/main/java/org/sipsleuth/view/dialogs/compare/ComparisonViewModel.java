package org.sipsleuth.view.dialogs.compare;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.compare.DialogComparison;
import org.sipsleuth.compare.HostParts;
import org.sipsleuth.compare.MessageComparison;
import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.ladder.Ladder;
import org.sipsleuth.dialog.outcome.DialogOutcome;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.view.message.VisibleText;
import org.sipsleuth.view.ui.Texts;

/// A comparison, and the row that the user has come to.
final class ComparisonViewModel {

    private static final int LONGEST_CALL_ID = 60;

    /// Compares elsewhere, then yields the result back on the calling thread; yields nothing if it
    /// failed or was abandoned.
    @FunctionalInterface
    interface Background {
        /// Starts the comparison; returns its cancellation.
        Runnable run(Function<RunMonitor, Compared> work, Consumer<Compared> then);
    }

    private final Background background;
    private final ReadOnlyObjectWrapper<@Nullable Compared> compared = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper current = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private Runnable giveUp = () -> {};
    private int generation;

    ComparisonViewModel(Background background) {
        this.background = background;
    }

    /// What is compared, or null while nothing is.
    ReadOnlyObjectProperty<@Nullable Compared> comparedProperty() {
        return compared.getReadOnlyProperty();
    }

    /// Whether there is a comparison, or one is being made.
    ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    /// The row the user has come to, or -1.
    ReadOnlyIntegerProperty currentProperty() {
        return current.getReadOnlyProperty();
    }

    /// `3 differences`, and what is not compared.
    ReadOnlyStringProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /// Compares two messages.
    void showMessages(SipIndex index, int left, int right) {
        show(_ -> new Compared.Messages(MessageComparison.of(index.bytes(left), index.bytes(right)),
                messageTitle(index, left), messageTitle(index, right)));
    }

    /// Compares two dialogs.
    void showDialogs(SipIndex index, int left, int right) {
        showDialogs(index, left, index, right);
    }

    /// Compares dialogs of two captures; one of them may be missing.
    ///
    /// @param left the number of a dialog, or [DialogComparison#NONE]
    /// @param right the number of a dialog, or [DialogComparison#NONE]
    void showDialogs(SipIndex leftIndex, int left, SipIndex rightIndex, int right) {
        show(monitor -> {
            DialogComparison comparison = DialogComparison.of(leftIndex, left, rightIndex, right, monitor);
            return new Compared.Dialogs(comparison, HostParts.of(comparison), ladder(leftIndex, left),
                    ladder(rightIndex, right), title(leftIndex, left), title(rightIndex, right));
        });
    }

    private static Ladder ladder(SipIndex index, int dialog) {
        return Ladder.of(index, dialog == DialogComparison.NONE ? new int[0] : index.messagesOf(dialog));
    }

    /// Shows a dialog that nothing is compared with.
    void showDialog(SipIndex index, int dialog) {
        showDialogs(index, dialog, index, DialogComparison.NONE);
    }

    private void show(Function<RunMonitor, Compared> work) {
        close();
        open.set(true);
        count.set(Texts.text("dialogs.compare.busy"));
        int wanted = generation;
        giveUp = background.run(work, result -> {
            if (generation == wanted) {
                publish(result);
            }
        });
    }

    private void publish(Compared result) {
        compared.set(result);
        int different = 0;
        for (int row = 0; row < result.size(); row++) {
            different += result.isDifferent(row) ? 1 : 0;
        }
        StringBuilder words = new StringBuilder(Texts.text("dialogs.compare.count", different));
        if (result instanceof Compared.Dialogs dialogs) {
            if (dialogs.comparison().isByPieces()) {
                words.append("  ").append(Texts.text("dialogs.compare.pieces"));
            }
            if (dialogs.comparison().leftOut() > 0) {
                words.append("  ").append(Texts.text("dialogs.compare.left.out", dialogs.comparison().leftOut()));
            }
        }
        count.set(words.toString());
        next();
    }

    /// Ends the comparison.
    void close() {
        generation++;
        giveUp.run();
        giveUp = () -> {};
        open.set(false);
        current.set(-1);
        compared.set(null);
        count.set("");
    }

    /// Goes to the next row in which both sides differ, if any.
    void next() {
        Compared now = compared.get();
        for (int row = current.get() + 1; now != null && row < now.size(); row++) {
            if (now.isDifferent(row)) {
                current.set(row);
                return;
            }
        }
    }

    /// Goes to the row before in which both sides differ, if any.
    void previous() {
        Compared now = compared.get();
        for (int row = current.get() - 1; now != null && row >= 0; row--) {
            if (now.isDifferent(row)) {
                current.set(row);
                return;
            }
        }
    }

    /// Goes to a row.
    void goTo(int row) {
        Compared now = compared.get();
        if (now != null && row >= 0 && row < now.size()) {
            current.set(row);
        }
    }

    private static String messageTitle(SipIndex index, int message) {
        MessageTable messages = index.messages();
        return Texts.text("frame.title", index.title(message), messages.endpoint(messages.source(message)),
                messages.endpoint(messages.destination(message)));
    }

    private static String title(SipIndex index, int dialog) {
        if (dialog == DialogComparison.NONE) {
            return "";
        }
        DialogTable dialogs = index.dialogs();
        return Texts.text("dialogs.compare.dialog", VisibleText.ofValue(dialogs.callId(dialog), LONGEST_CALL_ID),
                DialogOutcome.of(index, dialog).text());
    }
}
