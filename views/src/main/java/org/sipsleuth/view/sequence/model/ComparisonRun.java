package org.sipsleuth.view.sequence.model;

import static org.sipsleuth.view.ui.Texts.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.text.FileName;
import org.sipsleuth.view.session.RunTask;
import org.sipsleuth.view.ui.FailureLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Compares the model in use with one in a file, in the background. Used on the JavaFX thread.
final class ComparisonRun {

    private static final Logger LOG = LoggerFactory.getLogger(ComparisonRun.class);

    private final Executor background;
    private final ReadOnlyObjectWrapper<Optional<Comparison>> result = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private @Nullable RunTask<Comparison> run;

    ComparisonRun(Executor background) {
        this.background = background;
    }

    /// What came out.
    ReadOnlyObjectProperty<Optional<Comparison>> resultProperty() {
        return result.getReadOnlyProperty();
    }

    /// What is being done or went wrong; empty if there is nothing to say.
    ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }

    /// Compares.
    void start(SipIndex index, SequenceModel one, Path file) {
        forget();
        RunTask<Comparison> task =
                new RunTask<>(monitor -> Comparison.of(index, one, SequenceModel.open(ModelFile.read(file)), monitor));
        task.setOnSucceeded(_ -> {
            if (task.equals(run)) {
                words.set("");
                result.set(Optional.of(task.getValue()));
            }
        });
        task.setOnFailed(_ -> {
            if (task.equals(run)) {
                FailureLog.warn(LOG, "Two models cannot be compared", task.getException());
                words.set(reason(file, task.getException()));
            }
        });
        run = task;
        words.set(text("sequence.model.comparing", FileName.last(file)));
        background.execute(task);
    }

    /// Forgets what came out: another capture or another model is shown.
    void forget() {
        if (run != null) {
            run.cancel();
            run = null;
        }
        words.set("");
        result.set(Optional.empty());
    }

    private static String reason(Path file, Throwable cause) {
        return cause instanceof IOException
                ? text("sequence.model.compare.refused", FileName.last(file),
                        Optional.ofNullable(cause.getMessage()).orElse(""))
                : text("model.refused.mistake");
    }
}
