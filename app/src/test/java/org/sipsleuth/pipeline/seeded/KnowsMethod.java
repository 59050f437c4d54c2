package org.sipsleuth.pipeline.seeded;

import org.sipsleuth.sequence.SequenceModel;

/// Breaks a rule on purpose; [org.sipsleuth.app.ArchitectureFaultsTest] sees the rule fail on it.
public final class KnowsMethod {
    SequenceModel model;
}
