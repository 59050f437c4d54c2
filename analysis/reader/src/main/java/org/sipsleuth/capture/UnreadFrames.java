package org.sipsleuth.capture;

import java.util.List;

/// Frames that gave no message, for one reason.
///
/// @param reason why, in words, e.g. `ARP`, `UDP payload that is not SIP`
/// @param loss whether SIP may be missing for that
/// @param frames how many
/// @param examples the first of them
public record UnreadFrames(String reason, Loss loss, long frames, List<FrameNumber> examples) {

    /// Whether SIP may be missing for a reason.
    public enum Loss {
        /// It is part or copy of what other frames gave, or something else than SIP.
        NONE,
        /// It may hold SIP that could not be read.
        POSSIBLE,
        /// The same, and the secrets of TLS would open it.
        FOR_WANT_OF_KEYS
    }

    public UnreadFrames {
        examples = List.copyOf(examples);
    }
}
