package org.sipsleuth.view.session.page;

import java.util.Map;

/// How usual the messages of a dialog are to a model, by their numbers in the index. Immutable.
///
/// @param bits the surprise of each message that is a step, in bits: 0 and more; many are anomalous
/// @param departing the messages from which the dialog departs, each with what departs there; none
///     where nothing does
public record MessageSurprise(Map<Integer, Double> bits, Map<Integer, String> departing) {

    /// Nothing is known.
    public static final MessageSurprise NONE = new MessageSurprise(Map.of(), Map.of());

    /// Takes copies.
    public MessageSurprise {
        bits = Map.copyOf(bits);
        departing = Map.copyOf(departing);
    }

    /// Only where the dialog departs.
    public MessageSurprise departure() {
        return departing.isEmpty() ? NONE : new MessageSurprise(Map.of(), departing);
    }
}
