package org.sipsleuth.dialog;

/// What the program knows of a capture besides its messages, and must not state of it for now: a lab is in
/// progress whose questions it would answer.
public enum Concealed {
    /// What explains the outcomes of dialogs and the meaning of messages.
    HINTS,
    /// What detectors find: findings, problems, verdicts, and the incidents made of them.
    FINDINGS,
    /// What a ground-truth file beside it states.
    TRUTH
}
