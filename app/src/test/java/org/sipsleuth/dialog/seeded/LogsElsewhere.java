package org.sipsleuth.dialog.seeded;

import java.util.logging.Logger;

/// Breaks a rule on purpose; [org.sipsleuth.app.ArchitectureFaultsTest] sees the rule fail on it.
public final class LogsElsewhere {
    Logger logger = Logger.getGlobal();
}
