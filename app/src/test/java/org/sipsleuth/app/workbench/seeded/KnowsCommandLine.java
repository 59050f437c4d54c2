package org.sipsleuth.app.workbench.seeded;

import org.sipsleuth.app.command.output.Terminal;

/// Breaks a rule on purpose; [org.sipsleuth.app.ArchitectureFaultsTest] sees the rule fail on it.
public final class KnowsCommandLine {
    Terminal terminal;
}
