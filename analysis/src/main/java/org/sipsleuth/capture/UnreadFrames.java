package org.sipsleuth.capture;

import java.util.List;

/// Frames that gave no message, for one reason.
///
/// @param reason why, in words, e.g. `ARP`, `UDP payload that is not SIP`
/// @param frames how many
/// @param examples the first of them
public record UnreadFrames(String reason, long frames, List<FrameNumber> examples) {
    public UnreadFrames {
        examples = List.copyOf(examples);
    }
}
