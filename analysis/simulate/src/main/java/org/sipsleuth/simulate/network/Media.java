package org.sipsleuth.simulate.network;

import org.sipsleuth.truth.Label;

/// Media that two sides of a call have agreed on. One that holds makes it end, and another begin.
///
/// @param callId the Call-ID of the dialog in which it was agreed on
/// @param label that of the dialog
/// @param caller where the one that began the dialog sends from, and receives
/// @param callee the same of the other
/// @param codec RTP payload type and what it is, as in `0 PCMU/8000`
/// @param direction who sends
public record Media(String callId, Label label, Socket caller, Socket callee, String codec, Direction direction) {

    /// Who sends.
    public enum Direction {
        BOTH, CALLER, CALLEE, NOBODY
    }
}
