package org.sipsleuth.view.one;

import org.sipsleuth.view.two.Other;

/// Breaks a rule on purpose; [org.sipsleuth.app.ArchitectureFaultsTest] sees the rule fail on it.
public final class KnowsAnotherView {
    Other other;
}
