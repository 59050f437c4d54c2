package org.sipsleuth.view.dialogs.ladder;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.scene.input.KeyEvent;
import org.sipsleuth.dialog.ladder.Lifeline;
import org.sipsleuth.view.dialogs.ladder.sheet.LadderRows;
import org.sipsleuth.view.ui.command.Command;
import org.sipsleuth.view.ui.command.CommandGroup;

/// All that can be done with a ladder, with its keys.
final class LadderCommands {

    private static final String KEY = "dialogs.command.ladder.";

    private final LadderViewModel model;
    private final LadderModes modes;
    private final List<Command> steps;
    private final List<Command> lifelines;
    private final List<Command> names;
    private final Command legend;

    /// @param play plays or pauses
    /// @param rename opens the name editor of the current arrow's target lifeline if true, else of
    ///     its source lifeline
    /// @param openHosts opens the chooser of a hosts file
    /// @param showLegend shows or hides the legend
    LadderCommands(LadderViewModel model, Runnable play, Consumer<Boolean> rename, Runnable openHosts,
            Runnable showLegend) {
        this.model = model;
        modes = new LadderModes(model.choices());
        steps = List.of(shown("next", "Right", () -> model.step(1)), shown("previous", "Left", () -> model.step(-1)),
                shown("play", "Space", play), shown("mark", "M", model::mark));
        lifelines = List.of(onLifelines("lane.next", "Period", all -> next(all, 1)),
                onLifelines("lane.previous", "Comma", all -> next(all, -1)),
                onLifelines("lane.right", "Shift+Period", all -> move(all, 1)),
                onLifelines("lane.left", "Shift+Comma", all -> move(all, -1)),
                onLifelines("lane.hide", "H", all -> choices().hideChosen(all)),
                onLifelines("lane.merge", "J", all -> choices().mergeChosen(all)),
                onLifelines("lane.split", "Shift+J", all -> choices().splitChosen(all)),
                shown("lane.rename", "F2", () -> rename.accept(false)),
                shown("lane.rename.other", "Shift+F2", () -> rename.accept(true)));
        names = List.of(Command.when(KEY + "lane.show", "Shift+H", model.choices()::showHidden),
                Command.of(KEY + "hosts", "", openHosts), Command.of(KEY + "reset", "", model.choices()::reset));
        legend = shown("legend", "K", showLegend);
    }

    /// The same for who does not know the keys.
    CommandGroup group() {
        List<Command> all = new ArrayList<>(steps);
        all.addAll(ofModes());
        all.addAll(lifelines);
        all.addAll(names);
        all.add(legend);
        return new CommandGroup("dialogs.command.ladder", all);
    }

    /// What can be done with the chosen lifelines.
    List<Command> ofLifelines() {
        return lifelines;
    }

    /// What can be done with all lifelines and their names.
    List<Command> ofNames() {
        return names;
    }

    /// Shows or hides the legend.
    Command legend() {
        return legend;
    }

    LadderModes modes() {
        return modes;
    }

    /// Does what a key says, unless it is one of those that step.
    ///
    /// @return whether there was something to do
    boolean handle(KeyEvent event) {
        return Stream.of(steps.subList(3, steps.size()), ofModes(), lifelines, names, List.of(legend))
                .flatMap(List::stream)
                .anyMatch(command -> command.handle(event));
    }

    private List<Command> ofModes() {
        List<Command> all = new ArrayList<>(modes.cycles());
        Stream.of(modes.rows(), modes.overlays(), modes.lanes(), modes.colours(), modes.deltas())
                .flatMap(List::stream)
                .forEach(mode -> all.add(mode.command()));
        return all;
    }

    private LadderChoices choices() {
        return model.choices();
    }

    private boolean next(List<Lifeline> all, int by) {
        choices().chooseNext(all, by);
        return true;
    }

    private boolean move(List<Lifeline> all, int by) {
        return choices().moveChosen(all, by);
    }

    private Command shown(String name, String keys, Runnable act) {
        return Command.when(KEY + name, keys, () -> {
            boolean there = model.rowsProperty().get() != null;
            if (there) {
                act.run();
            }
            return there;
        });
    }

    private Command onLifelines(String name, String keys, Predicate<List<Lifeline>> act) {
        return Command.when(KEY + name, keys, () -> {
            LadderRows rows = model.rowsProperty().get();
            return rows != null && act.test(rows.lifelines());
        });
    }
}
