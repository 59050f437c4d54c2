package org.sipsleuth.ngram.embedding;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// What is known of a message's dialog when it arrives (paper 3, section 5).
///
/// @param state what the dialog had reached before
/// @param type the method of a request, the status code of a response: `BYE`, `200`
/// @param isFromCaller whether the sender also sent the first message of the dialog
/// @param position of the message in its dialog, from 0; retransmissions count
public record MessageContext(State state, String type, boolean isFromCaller, int position) {

    private static final int MOST_TYPE = 16;

    /// What a dialog has reached.
    public enum State {
        /// No message before.
        NONE,
        /// A request without a response above 100.
        TRYING,
        /// A provisional response above 100.
        EARLY,
        /// A final response of 2xx.
        CONFIRMED,
        /// A final response of 3xx to 6xx.
        REFUSED,
        /// BYE or CANCEL was sent.
        ENDING
    }

    /// The text that is appended to the message: facts beside each other share n-grams, so that
    /// `BYE` in the state `NONE` is something else than both apart. The position is 0, 1, 2, 4, 8 …
    byte[] bytes() {
        String side = isFromCaller ? ">" : "<";
        String kind = type.length() > MOST_TYPE ? type.substring(0, MOST_TYPE) : type;
        String text =
                "\n%s%s%s\n%s%s%d\n"
                        .formatted(
                                state.name().toLowerCase(Locale.ROOT),
                                side,
                                kind,
                                kind,
                                side,
                                Integer.highestOneBit(Math.max(0, position)));
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
