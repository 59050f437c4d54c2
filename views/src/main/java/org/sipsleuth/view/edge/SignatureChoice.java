package org.sipsleuth.view.edge;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.stage.Window;
import org.sipsleuth.signature.BundleFile;
import org.sipsleuth.signature.BundleFormatException;
import org.sipsleuth.signature.SignatureBundle;
import org.sipsleuth.view.edge.text.EdgeText;
import org.sipsleuth.view.session.RunTask;
import org.sipsleuth.view.session.page.FileChoice;
import org.sipsleuth.view.session.page.Workplace;
import org.sipsleuth.view.ui.FailureLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks for a file with signatures and reads it in the background. Used on the JavaFX thread.
final class SignatureChoice {

    private static final Logger LOG = LoggerFactory.getLogger(SignatureChoice.class);

    private static final FileChoice.Kind BUNDLES =
            new FileChoice.Kind("signatures.directory", "signature.chooser.", List.of("*.json"));

    private final Workplace place;

    SignatureChoice(Workplace place) {
        this.place = place;
    }

    /// Asks for a file.
    ///
    /// @param chosen gets the name of the file and its signatures
    /// @param failed gets a sentence if they cannot be read
    void ask(Window window, BiConsumer<String, SignatureBundle> chosen, Consumer<String> failed) {
        Optional<Path> file = place.files().apply(BUNDLES).toOpen(window);
        file.ifPresent(path -> read(path, chosen, failed));
    }

    private void read(Path file, BiConsumer<String, SignatureBundle> chosen, Consumer<String> failed) {
        String name = String.valueOf(file.getFileName());
        RunTask<SignatureBundle> task = new RunTask<>(_ -> BundleFile.read(file));
        task.setOnSucceeded(_ -> chosen.accept(name, task.getValue()));
        task.setOnFailed(_ -> {
            Throwable cause = task.getException();
            FailureLog.warn(LOG, "Signatures cannot be read", cause);
            failed.accept(cause instanceof BundleFormatException
                    ? EdgeText.text("settings.signatures.wrong", name, String.valueOf(cause.getMessage()))
                    : EdgeText.text("settings.signatures.unreadable", name));
        });
        place.background().opening().execute(task);
    }
}
