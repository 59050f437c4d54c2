package org.sipsleuth.truth;

import java.util.List;

/// The ground truth of a message in the capture.
///
/// @param from the host that sent it
/// @param to the host it goes to
/// @param message what the message is
/// @param mutations which of its bytes were changed on purpose
public record GroundTruthEntry(Label label, String callId, String from, String to, MessageFacts message,
        List<MutatedBytes> mutations) {

    public GroundTruthEntry {
        mutations = List.copyOf(mutations);
    }
}
