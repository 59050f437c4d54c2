package org.sipsleuth.finding;

import java.util.List;
import org.sipsleuth.model.Training;

/// What is known of a training before it starts, kept in the model.
///
/// @param name display name of the model
/// @param description the training set in a few words
/// @param inputs the files it comes from
/// @param origin who trains, when, and under which terms the data may be used
public record TrainingFacts(String name, String description, List<Training.Input> inputs, Training.Origin origin) {

    /// Takes a copy.
    public TrainingFacts {
        inputs = List.copyOf(inputs);
    }
}
