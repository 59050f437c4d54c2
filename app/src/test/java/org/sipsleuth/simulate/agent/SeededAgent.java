package org.sipsleuth.simulate.agent;

/// Breaks a rule on purpose; [org.sipsleuth.app.ArchitectureFaultsTest] sees the rule fail on it.
public final class SeededAgent {
    SeededCall call;
}
