package org.sipsleuth.app.workbench;

import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.session.page.Page;
import org.sipsleuth.view.ui.command.Command;

/// What can be done everywhere in the window.
final class WorkbenchCommands {

    /// What the workbench itself does.
    record Acts(
            Runnable ask,
            Command.Action focusSearch,
            Command.Action showAccount,
            Runnable showExport,
            Runnable quit,
            Command.Action escape) {}

    /// Pages that have a key.
    private static final int KEYS = 9;

    private WorkbenchCommands() {}

    /// All of them, as the help shows them.
    static List<Command> of(Rail rail, SelectionModel selection, Look look, Acts acts) {
        List<Command> keys = new ArrayList<>();
        keys.add(Command.of("workbench.key.open", "Ctrl+O", acts.ask()));
        keys.add(Command.when("workbench.key.search", "Ctrl+F", acts.focusSearch()));
        for (int place = 0; place < rail.entries().size(); place++) {
            int chosen = place;
            Page page = rail.entries().get(place).page();
            keys.add(
                    Command.of(
                            "workbench.key.view." + page.id(),
                            page.showText(),
                            place < KEYS ? "Ctrl+" + (place + 1) : "",
                            () -> rail.choose(chosen)));
        }
        keys.add(Command.of("workbench.key.back", "Alt+Left", selection::back));
        keys.add(Command.of("workbench.key.forward", "Alt+Right", selection::forward));
        keys.add(Command.of("workbench.key.inspector", "F4", look::switchInspector));
        keys.add(Command.when("workbench.key.account", "Ctrl+Shift+A", acts.showAccount()));
        rail.entries().forEach(entry -> keys.addAll(entry.page().everywhere()));
        keys.add(export(acts.showExport()));
        keys.add(Command.of("workbench.key.theme", "Ctrl+T", look::switchTheme));
        keys.add(Command.when("workbench.key.escape", "Esc", acts.escape()));
        keys.add(Command.of("workbench.key.quit", "Ctrl+Q", acts.quit()));
        return keys;
    }

    /// Says how the legs of calls are looked for.
    static Command legs(Runnable showSettings) {
        return Command.of("command.legs", "Ctrl+Shift+X", showSettings);
    }

    /// Exports what is chosen.
    static Command export(Runnable showExport) {
        return Command.of("workbench.key.export", "Ctrl+Shift+E", showExport);
    }
}
