package org.sipsleuth.app.workbench;

import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.view.fx.SelectionModel;

/// The keys that work everywhere.
final class WorkbenchKeys {

    /// What keys do in the workbench itself. Those that tell whether they did something leave the
    /// key to others if they did not.
    record Acts(
            Runnable ask,
            Shortcut.Action focusSearch,
            Shortcut.Action showAccount,
            Runnable showModel,
            Runnable showHelp,
            Shortcut.Action escape) {}

    private WorkbenchKeys() {}

    /// All of them, as the help shows them.
    static List<Shortcut> of(Rail rail, SelectionModel selection, Look look, Acts acts) {
        List<Shortcut> keys = new ArrayList<>();
        keys.add(Shortcut.of("workbench.key.open", "Ctrl+O", acts.ask()));
        keys.add(Shortcut.when("workbench.key.search", "Ctrl+F", acts.focusSearch()));
        for (int place = 0; place < rail.size(); place++) {
            int chosen = place;
            keys.add(
                    Shortcut.of(
                            "workbench.key.view." + (place + 1),
                            "Ctrl+" + (place + 1),
                            () -> rail.choose(chosen)));
        }
        keys.add(Shortcut.of("workbench.key.back", "Alt+Left", selection::back));
        keys.add(Shortcut.of("workbench.key.forward", "Alt+Right", selection::forward));
        keys.add(Shortcut.of("workbench.key.inspector", "F4", look::switchInspector));
        keys.add(Shortcut.when("workbench.key.account", "Ctrl+Shift+A", acts.showAccount()));
        keys.add(Shortcut.of("workbench.key.model", "Ctrl+M", acts.showModel()));
        keys.add(Shortcut.of("workbench.key.theme", "Ctrl+T", look::switchTheme));
        keys.add(Shortcut.of("workbench.key.help", "F1", acts.showHelp()));
        keys.add(Shortcut.when("workbench.key.escape", "Esc", acts.escape()));
        return keys;
    }
}
