package org.sipsleuth.view.dialogs.ladder;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.ladder.Ladder;
import org.sipsleuth.dialog.ladder.LadderPlan;
import org.sipsleuth.dialog.ladder.layer.ColourBy;
import org.sipsleuth.dialog.ladder.layer.LadderStyle;
import org.sipsleuth.dialog.ladder.layer.Overlay;
import org.sipsleuth.view.dialogs.ladder.sheet.LadderRows;
import org.sipsleuth.view.dialogs.ladder.sheet.LadderSheet;

/// Lays ladders out: small ones at once, large ones in the background, of which only the last one
/// requested is delivered.
final class SheetMaker {

    /// Up to so many messages are laid out at once, also where each is read for it.
    static final int QUICK_MESSAGES = 4_000;

    /// The same where none is read.
    static final int QUICK_UNREAD = 40_000;

    private final Background background;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private int turn;
    private @Nullable LadderSheet made;
    private int[] laidOut = {};

    /// Lays a large ladder out while the window goes on.
    @FunctionalInterface
    interface Background {

        /// Does the work somewhere else, then reports on the JavaFX thread what came of it, or why
        /// it failed.
        void run(Supplier<LadderSheet> work, Consumer<LadderSheet> then, Consumer<Throwable> failed);
    }

    SheetMaker(Background background) {
        this.background = background;
    }

    /// Whether a large ladder is being laid out.
    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /// Forgets what is being laid out.
    void stop() {
        turn++;
        busy.set(false);
    }

    /// Lays messages out; a ladder that differs only in its look is not made again.
    ///
    /// @param unreadable called instead of `then` if the messages cannot be read any more
    void make(SipIndex index, int[] messages, LadderPlan plan, LadderStyle style, Consumer<LadderSheet> then,
            Runnable unreadable) {
        int mine = ++turn;
        LadderSheet before = made;
        boolean isSame = before != null && before.rows().index() == index && before.rows().ladder().plan().equals(plan)
                && Arrays.equals(laidOut, messages);
        Supplier<LadderSheet> work = () -> isSame && before != null ? before.with(style)
                : new LadderSheet(new LadderRows(index, Ladder.of(index, messages, plan)), style);
        Consumer<LadderSheet> done = sheet -> {
            if (mine == turn) {
                made = sheet;
                laidOut = messages;
                busy.set(false);
                then.accept(sheet);
            }
        };
        boolean isThere = isSame && before != null && before.layers().suffice(style);
        if (isThere || isQuick(messages.length, plan, style)) {
            LadderSheet laid;
            try {
                laid = work.get();
            } catch (RuntimeException | InternalError failure) {
                if (index.opened().causeOf(failure).isEmpty()) {
                    throw failure;
                }
                forget(mine, unreadable);
                return;
            }
            done.accept(laid);
        } else {
            busy.set(true);
            background.run(() -> index.opened().verified(work::get), done, _ -> forget(mine, unreadable));
        }
    }

    private void forget(int number, Runnable unreadable) {
        if (number == turn) {
            made = null;
            busy.set(false);
            unreadable.run();
        }
    }

    private static boolean isQuick(int count, LadderPlan plan, LadderStyle style) {
        boolean reads = plan.readsMessages() || style.colour() == ColourBy.CSEQ || style.has(Overlay.STATES);
        return count <= (reads ? QUICK_MESSAGES : QUICK_UNREAD);
    }
}
