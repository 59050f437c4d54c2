package org.sipsleuth.view.export;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.sipsleuth.export.ExportException;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.view.export.ExportOrder.Answer;
import org.sipsleuth.view.session.RunTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is exported, how and where to; what an export is doing, or how it ended.
///
/// Files are examined and written in the background.
final class ExportModel {

    /// Runs work elsewhere, and yields what came of it back on the calling thread.
    interface Background {

        /// Runs something short.
        void validate(ExportOrder order, Consumer<Answer> then);

        /// Runs an export.
        ///
        /// @return asks it to stop
        Runnable write(RunTask.Run<ExportOutcome> work, Ending ending);
    }

    /// What is done when an export has ended.
    interface Ending {
        void done(ExportOutcome outcome);

        void failed(Throwable reason);

        void stopped();
    }

    private static final Logger LOG = LoggerFactory.getLogger(ExportModel.class);

    private final Background background;
    private final ExportNames names;
    private final ReadOnlyObjectWrapper<Optional<Exportable>> exportable =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<ExportScope> scope = new SimpleObjectProperty<>(ExportScope.ALL);
    private final BooleanProperty media = new SimpleBooleanProperty();
    private final BooleanProperty anonymous = new SimpleBooleanProperty();
    private final StringProperty target = new SimpleStringProperty("");
    private final StringProperty key = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Answer> answer = new ReadOnlyObjectWrapper<>(new Answer("", ""));
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<ExportOutcome>> outcome =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Runnable stop = () -> {};

    ExportModel(Background background, ExportNames names) {
        this.background = background;
        this.names = names;
        key.set(names.key());
        anonymous.addListener((_, _, now) -> target.set(names.fitting(target.get(), now)));
        for (Observable choice : List.of(scope, anonymous, target, key)) {
            choice.addListener(_ -> validate());
        }
    }

    /// What can be exported, as it was when the user began.
    ReadOnlyObjectProperty<Optional<Exportable>> exportableProperty() {
        return exportable.getReadOnlyProperty();
    }

    ObjectProperty<ExportScope> scopeProperty() {
        return scope;
    }

    /// Whether media is wanted.
    BooleanProperty mediaProperty() {
        return media;
    }

    /// Whether nobody shall be named.
    BooleanProperty anonymousProperty() {
        return anonymous;
    }

    /// The file, as it is typed.
    StringProperty targetProperty() {
        return target;
    }

    /// The file of the key, as it is typed.
    StringProperty keyProperty() {
        return key;
    }

    /// Whether it can be done as it is chosen.
    ReadOnlyObjectProperty<Answer> answerProperty() {
        return answer.getReadOnlyProperty();
    }

    /// Whether a file is being written.
    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /// What became of the last export; none before it has ended.
    ReadOnlyObjectProperty<Optional<ExportOutcome>> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    /// Starts over with what is chosen now; an export that is running goes on.
    void begin(Exportable now) {
        if (running.get()) {
            return;
        }
        exportable.set(Optional.of(now));
        outcome.set(Optional.empty());
        scope.set(now.first());
        target.set(names.proposal(now.index(), anonymous.get()));
        validate();
    }

    /// Begins where there is nothing to export, or nothing yet.
    ///
    /// @param why in words
    void beginWithout(String why) {
        if (!running.get()) {
            exportable.set(Optional.empty());
            outcome.set(Optional.empty());
            answer.set(new Answer(why, ""));
        }
    }

    /// Signals that the legs of its calls are known.
    void refresh(Exportable now) {
        if (exportable.get().filter(shown -> shown.index().equals(now.index())).isPresent()) {
            exportable.set(Optional.of(now));
        }
    }

    private void validate() {
        order().ifPresent(order -> background.validate(order, reply -> {
            if (order().equals(Optional.of(order))) {
                answer.set(reply);
            }
        }));
    }

    private Optional<ExportOrder> order() {
        return exportable.get()
                .map(exportable -> new ExportOrder(exportable, scope.get(), media.get(), target.get(), anonymous.get(),
                        key.get()));
    }

    /// Writes what is chosen.
    void export() {
        Optional<ExportOrder> order = order();
        if (running.get() || order.isEmpty()) {
            return;
        }
        running.set(true);
        outcome.set(Optional.empty());
        names.remember(target.get(), anonymous.get() ? key.get() : "");
        stop = background.write((RunMonitor monitor) -> order.get().write(monitor), new End());
    }

    private final class End implements Ending {

        @Override
        public void done(ExportOutcome its) {
            end();
            outcome.set(Optional.of(its));
        }

        @Override
        public void failed(Throwable reason) {
            if (!(reason instanceof ExportException)) {
                LOG.warn("The capture could not be exported", reason);
            }
            end();
            String words = reason.getMessage();
            answer.set(new Answer(text("export.failed", words == null ? "" : words), ""));
        }

        @Override
        public void stopped() {
            end();
            answer.set(new Answer("", text("export.stopped")));
        }

        private void end() {
            running.set(false);
            stop = () -> {};
        }
    }

    /// Lets the user choose once more.
    void again() {
        outcome.set(Optional.empty());
        validate();
    }

    /// Stops what is being written, as soon as it hears of it.
    void stop() {
        stop.run();
    }
}
