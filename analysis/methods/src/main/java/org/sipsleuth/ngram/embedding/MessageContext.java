package org.sipsleuth.ngram.embedding;

import java.nio.charset.StandardCharsets;

/// What is known of a message's dialog when it arrives (paper 3, section 5).
///
/// @param state what the dialog had reached before
/// @param type the method of a request, the status code of a response: `BYE`, `200`
/// @param previous the type of the message before it in the dialog; empty for the first
/// @param isFromCaller whether the sender also sent the first message of the dialog
/// @param position of the message in its dialog, from 0; retransmissions count
public record MessageContext(
        State state, String type, String previous, boolean isFromCaller, int position) {

    private static final int MOST_TYPE = 16;

    /// What a dialog has reached.
    public enum State {
        /// No message before.
        NONE('N'),
        /// A request without a response above 100.
        TRYING('T'),
        /// A provisional response above 100.
        EARLY('E'),
        /// A final response of 2xx.
        CONFIRMED('C'),
        /// A final response of 3xx to 6xx.
        REFUSED('R'),
        /// BYE or CANCEL was sent.
        ENDING('X');

        private final char letter;

        State(char letter) {
            this.letter = letter;
        }
    }

    /// The text that is appended to the message. Facts that matter together stand within four
    /// bytes, so that one 4-gram holds them: state, side and type; type before, side and type.
    /// Types have two letters there: `BE`, `20`. The position is 0, 1, 2, 4, 8 …
    byte[] bytes() {
        char side = isFromCaller ? '>' : '<';
        String kind = type.length() > MOST_TYPE ? type.substring(0, MOST_TYPE) : type;
        String text =
                "\n\n\n%c%c%s\n\n\n%c%c%s\n%s%d\n"
                        .formatted(
                                state.letter,
                                side,
                                two(kind),
                                previous.isEmpty() ? '-' : previous.charAt(0),
                                side,
                                two(kind),
                                kind,
                                Integer.highestOneBit(Math.max(0, position)));
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// The first and the third letter: REGISTER and REFER differ in them, 180 and 183 too.
    private static String two(String type) {
        return type.length() > 2 ? "" + type.charAt(0) + type.charAt(2) : type;
    }
}
