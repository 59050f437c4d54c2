package org.sipsleuth.app.command.input;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.finding.Detector;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.setting.SettingException;

/// Makes the detectors of a command of its models.
public final class ModelDetectors {

    /// Puts what is known of dialled numbers into the model of the session rules, and leaves other
    /// models as they are.
    @FunctionalInterface
    public interface Numbers {
        ModelFile into(ModelFile model) throws SettingException, ModelFormatException;
    }

    private final Terminal terminal;
    private final Methods methods;

    /// @param methods with what the user knows of hosts
    public ModelDetectors(Terminal terminal, Methods methods) {
        this.terminal = terminal;
        this.methods = methods;
    }

    /// The detectors of these models and of the methods that are not trained; nothing, and the
    /// reason on standard error, if one of them cannot be had.
    public Optional<List<Detector>> of(List<ModelFile> models, Numbers numbers) throws IOException {
        List<Detector> detectors = new ArrayList<>();
        for (ModelFile model : methods.withUntrained(models)) {
            try {
                detectors.add(methods.detector(numbers.into(model)));
            } catch (SettingException wrong) {
                terminal.report(String.valueOf(wrong.getMessage()));
                return Optional.empty();
            } catch (ModelFormatException unusable) {
                terminal.report(
                        "model \"%s\" not usable: %s".formatted(model.modelFacts().name(), unusable.getMessage()));
                return Optional.empty();
            }
        }
        return Optional.of(detectors);
    }
}
