package org.sipsleuth.sequence.novelty;

import java.util.List;

/// A message after those before it in a transaction, or a transaction after those before it in a
/// dialog, and how usual that is in training.
///
/// @param isTransaction whether it is a transaction in a dialog, else a message in a transaction
/// @param context what came before it, as far as the counts go back, the last one last
/// @param symbol what came: `200 to INVITE`, `end`, `BYE/200`
/// @param seen how often it came in training after the context
/// @param after how often the context came in training
/// @param isUnseen whether it never came in training even after the last one alone
/// @param bits its surprise, −log₂ of its probability: 0 and more; many are anomalous
public record Step(boolean isTransaction, List<String> context, String symbol, long seen, long after, boolean isUnseen,
        double bits) {

    /// Takes a copy.
    public Step {
        context = List.copyOf(context);
    }

    /// The step in a fixed form: `BYE/200 after INVITE/486`, `end after 486 to INVITE`.
    public String key() {
        return context.isEmpty() || context.getLast().equals(Transition.START) ? symbol
                : symbol + " after " + context.getLast();
    }

    /// Whether this one is more anomalous: what was never seen, then what surprises more.
    boolean exceeds(Step other) {
        return isUnseen == other.isUnseen ? bits > other.bits : isUnseen;
    }
}
