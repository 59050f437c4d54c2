package org.sipsleuth.app.command.seeded;

import org.sipsleuth.app.workbench.memory.Settings;

/// Breaks a rule on purpose; [org.sipsleuth.app.ArchitectureFaultsTest] sees the rule fail on it.
public final class KnowsWindow {
    Settings settings;
}
