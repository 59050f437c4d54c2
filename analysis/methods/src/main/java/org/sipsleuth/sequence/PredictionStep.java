package org.sipsleuth.sequence;

import java.util.List;

/// What a model says after some messages of a dialog.
///
/// @param observed how many messages
/// @param leading the known dialogs that the network holds most likely, the most likely first
/// @param next the messages that came next in training after the same beginning, the likeliest
/// first; empty where the dialog has left what is known
/// @param reference what the prefix tree says
/// @param score the statistics of the network's output
public record PredictionStep(int observed, List<Leading> leading, List<Next> next, Reference reference,
        SequenceScore score) {

    /// A known dialog that this one may become.
    ///
    /// @param known its number
    /// @param probability the network's output for it, in [0, 1]
    public record Leading(int known, double probability) {}

    /// A message that may come next.
    ///
    /// @param type a method or a status code
    /// @param probability how often it came after the same beginning in training, in (0, 1]
    public record Next(String type, double probability) {}

    /// What the prefix tree says.
    ///
    /// @param leftAt the message with which the dialog left what is known, from 0; -1 while it has
    ///     not
    /// @param probability how often the last message came after those before it in training, in
    ///     [0, 1]
    public record Reference(int leftAt, double probability) {

        /// Whether a known dialog begins like this.
        public boolean isKnown() {
            return leftAt < 0;
        }
    }

    /// Copies its arguments.
    public PredictionStep {
        leading = List.copyOf(leading);
        next = List.copyOf(next);
    }
}
