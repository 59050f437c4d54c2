package org.sipsleuth.view.dialogs;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.view.dialogs.ladder.LadderView;
import org.sipsleuth.view.dialogs.table.query.IntRows;
import org.sipsleuth.view.dialogs.table.query.Listed;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.session.filter.Filtered;
import org.sipsleuth.view.ui.command.Command;

/// Goes through the messages that match the window's filter: those of the ladder, then those of the
/// next dialog in the list, from the last dialog on to the first.
final class MatchSteps {

    private final DialogsViewModel model;
    private final LadderView ladder;
    private final SelectionModel selection;

    MatchSteps(DialogsViewModel model, LadderView ladder, SelectionModel selection) {
        this.model = model;
        this.ladder = ladder;
        this.selection = selection;
    }

    /// To the next one, and to the one before.
    List<Command> commands() {
        return List.of(Command.when("dialogs.command.dialogs.match.next", "F8", () -> step(1)),
                Command.when("dialogs.command.dialogs.match.previous", "Shift+F8", () -> step(-1)));
    }

    private boolean step(int direction) {
        Listed listed = model.listedProperty().get();
        if (listed == null) {
            return false;
        }
        SipIndex index = listed.index();
        Optional<Filtered> filtered = model.filtered().filter(left -> left.isOf(index));
        return filtered.isPresent() && (ladder.stepToMatch(direction) || goToDialog(index, filtered.get(), direction));
    }

    private boolean goToDialog(SipIndex index, Filtered filtered, int direction) {
        IntRows dialogs = model.dialogs();
        List<Integer> chosen = model.chosenRows();
        int at = -1;
        if (!chosen.isEmpty()) {
            at = dialogs.rowOf(direction > 0 ? chosen.getLast() : chosen.getFirst());
        } else if (direction < 0) {
            at = dialogs.size();
        }
        for (int count = 1; count <= dialogs.size(); count++) {
            int dialog = dialogs.get(Math.floorMod(at + direction * count, dialogs.size()));
            if (filtered.hasDialog(dialog)) {
                int message = match(index.messagesOf(dialog), filtered::fits, direction);
                selection.set(selection.get().withDialogs(List.of(dialog)).withMessages(List.of(message)));
                return true;
            }
        }
        return false;
    }

    private static int match(int[] messages, IntPredicate fits, int direction) {
        IntStream all = IntStream.of(messages).filter(fits);
        return (direction > 0 ? all.min() : all.max()).orElseThrow();
    }
}
