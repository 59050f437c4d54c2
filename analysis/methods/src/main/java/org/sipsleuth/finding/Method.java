package org.sipsleuth.finding;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.sipsleuth.filter.field.DynamicField;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.role.RoleCorrections;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sentence.MethodTexts;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.setting.SettingException;

/// One of the methods: trains models on a baseline, and looks at captures with them.
public interface Method {

    /// The name for the command line, and the kind of its model files: `sequence`.
    String name();

    /// What it does, in a sentence: the text `sentence`.
    default Sentence sentence() {
        return texts().sentence("sentence");
    }

    /// What it shows, in words, beside its classes: `name`, `sentence`, `class.CLASS`,
    /// `advice.CLASS` …
    MethodTexts texts();

    /// What it recognises as an incident.
    default Set<IncidentKind> kinds() {
        return Set.of();
    }

    /// The same with what the user knows of hosts; itself where it asks for no roles.
    default Method with(RoleCorrections corrections) {
        return this;
    }

    /// Whether its models are learned from captures. Other methods run with any models of the
    /// trained ones: there is nothing that they would have to be trained on.
    default boolean isTrained() {
        return true;
    }

    /// Whether a model learns all traffic of its baseline as normal, so that the dialogs of
    /// incidents must be left out. Other methods learn attacks too, by their labels.
    default boolean learnsNormalTraffic() {
        return false;
    }

    /// Whether it can learn only from traffic that is labelled as attack or not. A baseline of
    /// normal traffic does not train it; its bundled model is used beside those of the baseline.
    default boolean needsLabels() {
        return false;
    }

    /// Whether its models state which dialogs they know ([Detection#familiarity]).
    default boolean judgesDialogs() {
        return false;
    }

    /// What is set for training unless the user sets it, where the model shall hold no names of
    /// people or places.
    default Map<String, String> settingsWithoutNames() {
        return Map.of();
    }

    /// What can be set for training.
    List<Setting> settings();

    /// Trains a model. The same request gives the same file, to the bit.
    ///
    /// @param news receives the progress of the training, a line at a time
    /// @throws SettingException if a setting is not known or has no such value
    /// @throws IllegalArgumentException if the baseline is too small to be trained with, with words
    ///     for the user
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop before there
    ///     was anything to keep
    ModelFile train(TrainingRequest request, RunMonitor monitor, Consumer<String> news) throws SettingException;

    /// The model that comes with the program, trained on simulated normal traffic.
    ModelFile shipped() throws IOException;

    /// The filter fields that it adds for every dialog, besides those of all findings. They have
    /// names before anything is known, so that a filter can be typed.
    ///
    /// @param detection of this method, the source of the values; empty where there is none
    default List<DynamicField> fields(Optional<? extends Detection> detection) {
        return List.of();
    }

    /// A detector that uses a model.
    ///
    /// @throws ModelFormatException if the file holds no model of this method
    Detector detector(ModelFile file) throws ModelFormatException;
}
