package org.sipsleuth.dialog.seeded;

/// Breaks a rule on purpose; [org.sipsleuth.app.ArchitectureFaultsTest] sees the rule fail on it.
public final class Prints {
    void print() {
        System.out.println();
    }
}
