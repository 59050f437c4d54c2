package org.sipsleuth.run.seeded;

import org.sipsleuth.run.seeded.inner.Second;

/// Breaks a rule on purpose; [org.sipsleuth.app.ArchitectureFaultsTest] sees the rule fail on it.
public final class First {
    Second second;
}
