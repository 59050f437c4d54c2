package org.sipsleuth.ngram.detection;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.ngram.local.LocalModel;

/// The local model of normal messages, made when somebody first asks for it: a model that scores by
/// unseen n-grams needs it only to show the nearest message. Any thread.
final class Nearest {

    private final NormalMessages messages;
    private final NgramSettings settings;
    private @Nullable LocalModel made;

    Nearest(NormalMessages messages, NgramSettings settings) {
        this.messages = messages;
        this.settings = settings;
    }

    synchronized LocalModel model() {
        LocalModel model = made;
        if (model == null) {
            model = LocalModel.fit(messages.vectors(settings.embedding()),
                    Math.min(settings.neighbours(), messages.size()));
            made = model;
        }
        return model;
    }
}
