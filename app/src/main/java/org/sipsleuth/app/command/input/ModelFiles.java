package org.sipsleuth.app.command.input;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.app.program.CaptureObstacle;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.text.FileName;

/// Reads the model files of a command line.
public final class ModelFiles {

    private final Terminal terminal;

    public ModelFiles(Terminal terminal) {
        this.terminal = terminal;
    }

    /// The models, or nothing if one of them cannot be read: a search with half of the models would
    /// look like a whole one.
    public Optional<List<ModelFile>> read(List<String> names) {
        List<ModelFile> models = new ArrayList<>();
        for (String name : names) {
            Optional<ModelFile> model = read(name);
            if (model.isEmpty()) {
                return Optional.empty();
            }
            models.add(model.get());
        }
        return Optional.of(models);
    }

    /// The model; nothing, and the reason on standard error, if it cannot be read.
    public Optional<ModelFile> read(String name) {
        Optional<String> obstacle = CaptureFiles.obstacle(name, "model");
        if (obstacle.isPresent()) {
            terminal.report(name + ": " + obstacle.get());
            return Optional.empty();
        }
        try {
            return Optional.of(ModelFile.read(FileName.path(name)));
        } catch (ModelFormatException noModel) {
            terminal.report(name + ": cannot read model: " + noModel.getMessage());
            return Optional.empty();
        } catch (IOException unreadable) {
            terminal.report(name + ": " + CaptureObstacle.reason(unreadable));
            return Optional.empty();
        }
    }
}
