package org.sipsleuth.app.workbench;

import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.session.page.Page;
import org.sipsleuth.view.ui.command.Command;

/// What can be done everywhere in the window.
final class WorkbenchCommands {

    /// Pages that have a key.
    private static final int KEYS = 9;

    private WorkbenchCommands() {}

    /// All of them, as the help shows them.
    static List<Command> of(Workbench workbench, Rail rail) {
        SelectionModel selection = workbench.selection();
        Look look = workbench.look();
        List<Command> keys = new ArrayList<>();
        keys.add(Command.of("workbench.key.open", "Ctrl+O", workbench.captures()::ask));
        keys.add(Command.of("workbench.key.find", "Ctrl+Shift+D", workbench::showFind));
        keys.add(Command.when("workbench.key.paste", "Ctrl+V", workbench::pasteFirst));
        keys.add(Command.of("workbench.key.sample", "Ctrl+Shift+O", workbench::openSampleIncident));
        keys.add(Command.when("workbench.key.case", "Ctrl+Shift+C", workbench::continueCase));
        keys.add(Command.when("workbench.key.search", "Ctrl+F", workbench::focusSearch));
        for (int place = 0; place < rail.entries().size(); place++) {
            int chosen = place;
            Page page = rail.entries().get(place).page();
            keys.add(Command.of("workbench.key.view." + page.id(), page.showText(),
                    place < KEYS ? "Ctrl+" + (place + 1) : "", () -> rail.choose(chosen)));
        }
        keys.add(Command.of("workbench.key.back", "Alt+Left", selection::back));
        keys.add(Command.of("workbench.key.forward", "Alt+Right", selection::forward));
        keys.add(Command.of("workbench.key.inspector", "F4", look::switchInspector));
        keys.add(Command.when("workbench.key.account", "Ctrl+Shift+A", workbench::showReport));
        rail.entries().forEach(entry -> keys.addAll(entry.page().everywhere()));
        keys.add(export(workbench::showExport));
        keys.add(Command.of("workbench.key.theme", "Ctrl+T", look::switchTheme));
        keys.add(Command.when("workbench.key.escape", "Esc", workbench::escape));
        keys.add(Command.of("workbench.key.quit", "Ctrl+Q", workbench::quit));
        keys.add(Command.of("workbench.key.about", "Shift+F1", workbench::showAbout));
        keys.add(legs(workbench::showLegSettings));
        keys.add(verdict(workbench::showDialogVerdict));
        keys.add(Command.of("workbench.command.bookmark", "Ctrl+D", workbench::showBookmark));
        keys.add(copy(workbench::copyCommand));
        keys.add(copyLadder(workbench::copyLadderCommand));
        return keys;
    }

    /// Shows how the legs of calls are detected.
    static Command legs(Runnable showSettings) {
        return Command.of("workbench.command.legs", "Ctrl+Shift+X", showSettings);
    }

    /// Records a verdict about the chosen dialog.
    static Command verdict(Runnable showVerdict) {
        return Command.of("workbench.command.verdict", "Ctrl+Shift+V", showVerdict);
    }

    /// Copies the command that gives what the page shows.
    static Command copy(Runnable copies) {
        return Command.of("workbench.command.copy", "Ctrl+Alt+C", copies);
    }

    /// Copies the command that gives the ladder of the chosen dialogs.
    static Command copyLadder(Runnable copies) {
        return Command.of("workbench.command.copy.of.ladder", "", copies);
    }

    /// Exports what is chosen.
    static Command export(Runnable showExport) {
        return Command.of("workbench.key.export", "Ctrl+Shift+E", showExport);
    }
}
