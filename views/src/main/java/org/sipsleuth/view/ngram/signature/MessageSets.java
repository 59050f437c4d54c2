package org.sipsleuth.view.ngram.signature;

import java.util.List;
import org.sipsleuth.dialog.SipIndex;

/// The messages that a signature is for, and those that it must not match: their numbers in the
/// index, equal messages once.
///
/// @param anomalous those that it is for
/// @param others those that are not anomalous
public record MessageSets(SipIndex index, List<Integer> anomalous, List<Integer> others) {

    /// Takes copies.
    public MessageSets {
        anomalous = List.copyOf(anomalous);
        others = List.copyOf(others);
    }

    /// How many messages that it is for are from one of the files.
    long anomalousIn(int file) {
        return anomalous.stream().filter(message -> index.messages().file(message) == file).count();
    }
}
