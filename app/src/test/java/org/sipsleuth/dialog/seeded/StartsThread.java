package org.sipsleuth.dialog.seeded;

/// Breaks a rule on purpose; [org.sipsleuth.app.ArchitectureFaultsTest] sees the rule fail on it.
public final class StartsThread {
    void start() {
        Thread.ofPlatform().start(() -> {});
    }
}
