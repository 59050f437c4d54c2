package org.sipsleuth.app.workbench.find;

import static org.sipsleuth.view.ui.Texts.text;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.app.program.CaptureObstacle;
import org.sipsleuth.app.program.TypedMoment;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.dialog.coverage.Span;
import org.sipsleuth.find.FindQuery;
import org.sipsleuth.find.FolderSearch;
import org.sipsleuth.text.FileName;
import org.sipsleuth.view.session.RunTask;
import org.sipsleuth.view.ui.FailureLog;
import org.sipsleuth.view.ui.Memory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is looked for in folders, and what was found. One search at a time, in the background. Used on
/// the JavaFX thread.
final class FindViewModel {

    private static final Logger LOG = LoggerFactory.getLogger(FindViewModel.class);
    private static final String PLACES = "find.folders";

    /// How far from a time calls may be.
    static final List<Duration> LENGTHS = List.of(Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofHours(1),
            Duration.ofHours(6), Duration.ofDays(1));

    private final FolderCalls folders;
    private final Function<List<Path>, ReadOptions> options;
    private final Memory memory;
    private final StringProperty query = new SimpleStringProperty("");
    private final StringProperty places;
    private final StringProperty around = new SimpleStringProperty("");
    private final ObjectProperty<Duration> within = new SimpleObjectProperty<>(Duration.ofHours(1));
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
    private final ReadOnlyStringWrapper stage = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper headline = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ObservableList<FoundRow> rows = FXCollections.observableArrayList();
    private final ObservableList<String> faults = FXCollections.observableArrayList();
    private List<Path> files = List.of();
    private @Nullable RunTask<FoundCalls> run;

    /// @param options how captures are read with key logs
    /// @param memory remembers the folders
    FindViewModel(FolderCalls folders, Function<List<Path>, ReadOptions> options, Memory memory) {
        this.folders = folders;
        this.options = options;
        this.memory = memory;
        places = new SimpleStringProperty(memory.get(PLACES).orElse(""));
        headline.set(text("workbench.find.first"));
    }

    /// What is asked for.
    StringProperty queryProperty() {
        return query;
    }

    /// Folders and captures, one a line.
    StringProperty placesProperty() {
        return places;
    }

    /// The time about which it was; empty for all time.
    StringProperty aroundProperty() {
        return around;
    }

    ObjectProperty<Duration> withinProperty() {
        return within;
    }

    ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /// In [0, 1]; -1 while it is not known.
    ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    ReadOnlyStringProperty stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /// What was found, in a sentence.
    ReadOnlyStringProperty headlineProperty() {
        return headline.getReadOnlyProperty();
    }

    /// Why the search cannot begin, or why it ended; empty if nothing is wrong.
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    ObservableList<FoundRow> rows() {
        return rows;
    }

    /// What could not be searched, a sentence each.
    ObservableList<String> faults() {
        return faults;
    }

    /// The captures that were searched, which are never written.
    List<Path> files() {
        return files;
    }

    /// States what became of the rows.
    void report(String sentence) {
        headline.set(sentence);
    }

    /// Adds a folder to those that are searched.
    void add(Path folder) {
        places.set(Stream.concat(lines(), Stream.of(FileName.string(folder)))
                .distinct()
                .collect(Collectors.joining("\n")));
    }

    /// Searches this folder, and no other one.
    void choose(Path folder) {
        places.set(FileName.string(folder));
    }

    private Stream<String> lines() {
        return places.get().lines().map(String::strip).filter(line -> !line.isEmpty());
    }

    /// Begins to search. A search that is under way is cancelled first.
    void start() {
        stop();
        Optional<FindRequest> request = request();
        if (request.isEmpty()) {
            return;
        }
        memory.keep(PLACES, lines().collect(Collectors.joining("\n")));
        problem.set("");
        headline.set("");
        rows.clear();
        faults.clear();
        List<RunTask<FoundCalls>> own = new ArrayList<>();
        RunTask<FoundCalls> task = new RunTask<>(monitor -> folders.find(request.get(), monitor,
                found -> Platform.runLater(() -> add(own.getFirst(), found))));
        own.add(task);
        task.setOnSucceeded(_ -> end(task, () -> show(request.get(), task.getValue())));
        task.setOnFailed(_ -> end(task, () -> fail(task.getException())));
        run = task;
        running.set(true);
        progress.bind(task.progressProperty());
        stage.bind(task.messageProperty());
        task.start();
    }

    private void add(RunTask<FoundCalls> task, List<FoundRow> found) {
        if (task.equals(run)) {
            rows.addAll(found);
        }
    }

    /// Stops the search; what was found until then stays.
    ///
    /// @return whether there was one
    boolean cancel() {
        if (run == null) {
            return false;
        }
        stop();
        headline.set(text("workbench.find.cancelled"));
        return true;
    }

    private void stop() {
        RunTask<FoundCalls> old = run;
        if (old != null) {
            ended();
            old.cancel();
        }
    }

    private void end(RunTask<FoundCalls> task, Runnable show) {
        if (task.equals(run)) {
            ended();
            show.run();
        }
    }

    private void ended() {
        run = null;
        progress.unbind();
        stage.unbind();
        progress.set(-1);
        stage.set("");
        running.set(false);
    }

    private void show(FindRequest request, FoundCalls found) {
        rows.setAll(found.rows());
        faults.setAll(found.faults());
        files = found.files();
        String time = request.time().equals(FolderSearch.ALWAYS) ? "" : text("workbench.find.at.that.time");
        headline.set(
                found.rows().isEmpty() ? text("workbench.find.nothing", request.query().text(), found.searched(), time)
                        : text("workbench.find.found", found.calls(), found.rows().size(), found.searched(), time));
    }

    private void fail(Throwable cause) {
        if (cause instanceof CancellationException) {
            headline.set(text("workbench.find.cancelled"));
            return;
        }
        FailureLog.warn(LOG, "Folders could not be searched", cause);
        problem.set(
                text("workbench.find.failed", cause instanceof IOException obstacle ? CaptureObstacle.reason(obstacle)
                        : cause.getClass().getSimpleName()));
    }

    /// What the fields ask for; empty if that cannot be searched, and then the problem is stated.
    private Optional<FindRequest> request() {
        FindQuery asked = FindQuery.of(query.get());
        if (asked.isEmpty()) {
            return refused("workbench.find.query.empty");
        }
        List<Path> chosen = new ArrayList<>();
        try {
            lines().map(FileName::path).forEach(chosen::add);
        } catch (InvalidPathException noName) {
            return refused("workbench.find.places.invalid");
        }
        if (chosen.isEmpty()) {
            return refused("workbench.find.places.empty");
        }
        if (around.get().isBlank()) {
            return Optional.of(new FindRequest(asked, chosen, FolderSearch.ALWAYS, options.apply(List.of())));
        }
        OptionalLong moment = TypedMoment.nanos(around.get().strip());
        if (moment.isEmpty()) {
            return refused("workbench.find.around.invalid");
        }
        long nanos = within.get().toNanos();
        return Optional.of(new FindRequest(asked, chosen,
                new Span(moment.getAsLong() - nanos, moment.getAsLong() + nanos), options.apply(List.of())));
    }

    private Optional<FindRequest> refused(String key) {
        problem.set(text(key));
        return Optional.empty();
    }
}
