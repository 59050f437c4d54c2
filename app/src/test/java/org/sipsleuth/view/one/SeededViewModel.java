package org.sipsleuth.view.one;

import javafx.scene.control.Label;

/// Breaks a rule on purpose; [org.sipsleuth.app.ArchitectureFaultsTest] sees the rule fail on it.
public final class SeededViewModel {
    Label label;
}
