package org.sipsleuth.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.sipsleuth.model.ModelFile;

/// All that can be evaluated. The module `evaluate` implements it.
public interface Evaluators {

    /// The names of [#all], known without the module for help and completion.
    List<String> METHODS = List.of("sequence", "sequence-selection", "flood", "flood-ack", "ngram", "ngram-accepted",
            "social", "belief", "belief-incidents", "belief-novelty", "belief-kinds", "legs", "edge", "incidents",
            "stolen-accounts");

    /// All of them, in the order of the papers.
    List<Evaluator> all();

    /// Measures a model of `sequence` on captures.
    ///
    /// @param model the bundled one if empty
    Evaluator ofSequences(Optional<ModelFile> model);

    /// Measures a model of `belief` beside the bundled one.
    Evaluator ofBeliefs(Optional<ModelFile> model);

    /// The one for a method.
    default Optional<Evaluator> named(String method) {
        return all().stream().filter(evaluator -> evaluator.method().equals(method)).findFirst();
    }

    /// Those of the module, or empty where it is not on the class path.
    static Optional<Evaluators> load() {
        return ServiceLoader.load(Evaluators.class, Evaluators.class.getClassLoader()).findFirst();
    }
}
