package org.sipsleuth.dialog.seeded;

import java.sql.Connection;

/// Breaks a rule on purpose; [org.sipsleuth.app.ArchitectureFaultsTest] sees the rule fail on it.
public final class Queries {
    Connection connection;
}
