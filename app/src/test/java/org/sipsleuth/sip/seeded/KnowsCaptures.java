package org.sipsleuth.sip.seeded;

import org.sipsleuth.capture.Frame;

/// Breaks a rule on purpose; [org.sipsleuth.app.ArchitectureFaultsTest] sees the rule fail on it.
public final class KnowsCaptures {
    Frame frame;
}
