package org.sipsleuth.transaction.fault;

import java.util.List;

/// What cannot be concluded from one coverage, since the capture lacks it; no fault of the network.
///
/// @param coverage its place in [org.sipsleuth.dialog.coverage.Coverages#all]
/// @param files the numbers of its files
/// @param dropped packets that the capture states to have dropped
/// @param snapped frames kept only in part
/// @param gapBytes bytes of TCP streams with SIP that were not captured
/// @param fragments messages of which other fragments were not captured, though they arrived, or
///     nothing shows that they did not
/// @param isOneWay whether only one direction was captured: requests that must have been answered
///     have no response
/// @param lacksAcks whether ACKs took a way that was not captured
/// @param begunBefore calls whose INVITE was not captured
/// @param unended calls that were answered and whose end was not captured
/// @param text what is missing and what that means, a sentence for each; empty if nothing is
/// @param edges how many calls began before the capture or went on after it, a sentence for each
public record CaptureLimits(int coverage, List<Integer> files, long dropped, long snapped, long gapBytes,
        long fragments, boolean isOneWay, boolean lacksAcks, long begunBefore, long unended, List<String> text,
        List<String> edges) {

    public CaptureLimits {
        files = List.copyOf(files);
        text = List.copyOf(text);
        edges = List.copyOf(edges);
    }

    /// Whether absence proves nothing there: packets are missing that were sent.
    public boolean isIncomplete() {
        return dropped > 0 || gapBytes > 0 || isOneWay || lacksAcks || fragments > 0;
    }
}
