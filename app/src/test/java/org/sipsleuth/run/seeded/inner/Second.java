package org.sipsleuth.run.seeded.inner;

import org.sipsleuth.run.seeded.First;

/// Breaks a rule on purpose; [org.sipsleuth.app.ArchitectureFaultsTest] sees the rule fail on it.
public final class Second {
    First first;
}
