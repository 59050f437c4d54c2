package org.sipsleuth.sequence.novelty;

/// What a model began with, and what the network's own baseline showed alone.
///
/// @param name what people call the model it began with
/// @param sha256 of its file, in lower-case hexadecimal
/// @param dialogs how many dialogs that model was trained with
/// @param own the model of the own baseline alone, with the scores of its held-out dialogs
public record Foundation(String name, String sha256, long dialogs, NoveltyModel own) {

    /// The same with another model of the own baseline.
    Foundation with(NoveltyModel other) {
        return new Foundation(name, sha256, dialogs, other);
    }
}
