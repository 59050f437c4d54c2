package org.sipsleuth.view.sequence.session;

import static org.sipsleuth.view.ui.Texts.text;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.run.MemoryFault;
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.sequence.unknown.SequenceMethod;
import org.sipsleuth.view.sequence.session.ModelState.InUse;
import org.sipsleuth.view.sequence.session.ModelState.None;
import org.sipsleuth.view.sequence.session.ModelState.Opening;
import org.sipsleuth.view.sequence.session.ModelState.Refused;
import org.sipsleuth.view.sequence.session.ModelState.Source;
import org.sipsleuth.view.session.RunTask;
import org.sipsleuth.view.ui.FailureLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one model of known dialogs that the window works with. Used on the JavaFX thread; files are
/// read in the background.
public final class ModelInUse {

    private static final Logger LOG = LoggerFactory.getLogger(ModelInUse.class);

    /// Gives a model file.
    private interface Opener {
        Optional<ModelFile> open() throws IOException;
    }

    private final Executor background;
    private final ReadOnlyObjectWrapper<ModelState> state = new ReadOnlyObjectWrapper<>(new None());
    private final ReadOnlyObjectWrapper<Optional<SequenceModel>> model = new ReadOnlyObjectWrapper<>(Optional.empty());
    private @Nullable RunTask<?> run;

    /// @param background where model files are read
    public ModelInUse(Executor background) {
        this.background = background;
        state.subscribe(now -> model.set(now.inUse().map(InUse::model)));
    }

    /// How it stands.
    public ReadOnlyObjectProperty<ModelState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The model, or empty. Changes only with the model itself.
    public ReadOnlyObjectProperty<Optional<SequenceModel>> modelProperty() {
        return model.getReadOnlyProperty();
    }

    /// Opens the model that comes with the program; without one, none is in use.
    public void openShipped() {
        open(new Source.Shipped(), () -> Optional.of(new SequenceMethod().shipped()));
    }

    /// Opens a model file.
    public void open(Path file) {
        open(new Source.File(file), () -> Optional.of(ModelFile.read(file)));
    }

    /// Uses a model from now on, once it is opened.
    public void use(ModelFile chosen, Source source) {
        open(source, () -> Optional.of(chosen));
    }

    /// Uses this model from now on.
    public void use(SequenceModel chosen, Source source) {
        stop();
        state.set(new InUse(chosen, source));
    }

    /// Forgets that the last one could not be opened.
    public void dismissRefusal() {
        if (state.get() instanceof Refused refused) {
            state.set(settled(refused.before()));
        }
    }

    private void open(Source source, Opener opener) {
        stop();
        Optional<InUse> before = state.get().inUse();
        state.set(new Opening(source, before));
        RunTask<Optional<SequenceModel>> task = new RunTask<>(_ -> opened(opener));
        task.setOnSucceeded(_ -> end(task,
                task.getValue().<ModelState>map(model -> new InUse(model, source)).orElseGet(() -> settled(before))));
        task.setOnFailed(_ -> end(task, failed(source, task.getException(), before)));
        run = task;
        background.execute(task);
    }

    private static Optional<SequenceModel> opened(Opener opener) throws IOException {
        Optional<ModelFile> file = opener.open();
        return file.isPresent() ? Optional.of(SequenceModel.open(file.get())) : Optional.empty();
    }

    private static ModelState failed(Source source, Throwable cause, Optional<InUse> before) {
        FailureLog.warn(LOG, "A model cannot be opened", cause);
        return source instanceof Source.Shipped ? settled(before) : new Refused(source, reason(cause), before);
    }

    private static ModelState settled(Optional<InUse> before) {
        return before.<ModelState>map(use -> use).orElseGet(None::new);
    }

    private static String reason(Throwable cause) {
        String words = Optional.ofNullable(cause.getMessage()).orElse("");
        return switch (cause) {
            case ModelFormatException _ -> text("sequence.model.refused.format", words);
            case NoSuchFileException _ -> text("sequence.model.refused.gone");
            case IOException _ -> text("sequence.model.refused.unreadable", words);
            case Throwable fault when MemoryFault.isIn(fault) -> text("sequence.model.refused.memory");
            default -> text("model.refused.mistake");
        };
    }

    private void end(RunTask<?> task, ModelState then) {
        if (task.equals(run)) {
            run = null;
            state.set(then);
        }
    }

    private void stop() {
        if (run != null) {
            run.cancel();
            run = null;
        }
    }
}
