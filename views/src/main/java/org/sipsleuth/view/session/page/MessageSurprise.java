package org.sipsleuth.view.session.page;

import java.util.Map;

/// How usual the messages of a dialog are to a model, by their numbers in the index. Immutable.
///
/// @param bits the surprise of each message that is a step, in bits: 0 and more; many are anomalous
/// @param departing the message with which the dialog becomes unknown, -1 for a known one and where
///     the model does not fit
/// @param words what departs there; empty for a known dialog
public record MessageSurprise(Map<Integer, Double> bits, int departing, String words) {

    /// Nothing is known.
    public static final MessageSurprise NONE = new MessageSurprise(Map.of(), -1, "");

    /// Takes a copy.
    public MessageSurprise {
        bits = Map.copyOf(bits);
    }

    /// Only where the dialog becomes unknown.
    public MessageSurprise departure() {
        return departing < 0 ? NONE : new MessageSurprise(Map.of(), departing, words);
    }
}
