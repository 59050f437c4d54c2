package org.sipsleuth.capture.seeded;

import org.sipsleuth.dialog.SipIndex;

/// Breaks a rule on purpose; [org.sipsleuth.app.ArchitectureFaultsTest] sees the rule fail on it.
public final class KnowsDialogs {
    SipIndex index;
}
