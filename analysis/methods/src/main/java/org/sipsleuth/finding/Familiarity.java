package org.sipsleuth.finding;

/// Which dialogs a model knows. If it knows far fewer than it should, it was trained on other
/// traffic, and says nothing of this capture.
public interface Familiarity {

    /// The share of further dialogs of the same network that the model would not know, 0 to 1
    /// (Good–Turing).
    double expectedUnknown();

    /// The share that the true one does not exceed, with a confidence of 95 %, if dialogs come
    /// independently; 0 to 1.
    double mostUnknown();

    /// Whether the model does not know a dialog.
    boolean isUnknown(int dialog);
}
