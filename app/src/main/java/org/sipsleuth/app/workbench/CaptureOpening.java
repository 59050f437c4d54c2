package org.sipsleuth.app.workbench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.concurrent.Worker;
import javafx.scene.input.Clipboard;
import org.sipsleuth.app.workbench.live.LiveControls;
import org.sipsleuth.app.workbench.loading.CaptureLoader;
import org.sipsleuth.app.workbench.loading.CaptureReader;
import org.sipsleuth.app.workbench.loading.FoundFiles;
import org.sipsleuth.app.workbench.loading.OpenFailure;
import org.sipsleuth.app.workbench.loading.OpenRequest;
import org.sipsleuth.app.workbench.loading.PastedText;
import org.sipsleuth.app.workbench.loading.WorkbenchState;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Live;
import org.sipsleuth.app.workbench.loading.WorkbenchViewModel;
import org.sipsleuth.app.workbench.memory.RecentFiles;
import org.sipsleuth.app.workbench.memory.Settings;
import org.sipsleuth.app.workbench.page.Opener;
import org.sipsleuth.capture.file.UnpackLimit;
import org.sipsleuth.casefile.FoundEvidence;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.live.LiveRequest;
import org.sipsleuth.samples.SampleCapture;
import org.sipsleuth.samples.SampleCaptures;
import org.sipsleuth.view.session.RunTask;
import org.sipsleuth.view.session.casefile.OpenCase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens captures and key logs, from files or from the network, and reports the result to the
/// model.
final class CaptureOpening implements Opener {

    private static final Logger LOG = LoggerFactory.getLogger(CaptureOpening.class);

    private final WorkbenchViewModel model;
    private final LiveControls live;
    private final Path samples;
    private final Runnable begin;
    private final Consumer<Consumer<List<Path>>> question;
    private final Consumer<Path> showCase;
    private final Consumer<Path> showLab;
    private final CountOnce once;
    private final CaptureLoader loader;
    private final RecentFiles recent;
    private UnpackLimit unpackLimit = UnpackLimit.DEFAULT;
    private boolean unpacksWhole;
    private final FirstAnswer answer = new FirstAnswer();

    /// What the disk says about files that are to be opened, and what is to be read.
    private record Sought(FoundFiles found, OpenRequest request) {

        static Sought of(List<Path> files, WorkbenchState state) throws IOException {
            FoundFiles found = FoundFiles.of(files);
            return new Sought(found, OpenRequest.of(found.files(), state));
        }
    }

    /// What the disk is looked at for before it is opened.
    private Optional<RunTask<?>> look = Optional.empty();

    /// @param reading where files are read, one after another
    /// @param samples the directory that sample captures are copied to when one is opened
    /// @param begin called before anything is opened
    /// @param question asks the user for files, and hands over the answer unless the user cancels
    /// @param showCase opens a case
    /// @param showLab opens a lab
    CaptureOpening(CaptureReader reader, Executor reading, Settings settings, WorkbenchViewModel model,
            LiveControls live, Path samples, Runnable begin, Consumer<Consumer<List<Path>>> question,
            Consumer<Path> showCase, Consumer<Path> showLab) {
        this.model = model;
        this.live = live;
        this.samples = samples;
        this.begin = begin;
        this.question = question;
        this.showCase = showCase;
        this.showLab = showLab;
        once = new CountOnce(settings, model);
        loader = new CaptureLoader(reader, model, reading, this::options);
        recent = new RecentFiles(settings);
    }

    /// Whether frames that several files hold count once.
    CountOnce once() {
        return once;
    }

    /// How files are read with these key logs.
    ReadOptions options(List<Path> keyLogs) {
        return new ReadOptions(keyLogs, once.isOn(), unpacksWhole ? UnpackLimit.of(Long.MAX_VALUE) : unpackLimit);
    }

    /// Sets the limit for compressed files of this window.
    void limitUnpacking(UnpackLimit limit) {
        unpackLimit = limit;
    }

    /// Reads what is open again, and unpacks it to the end: only the free space for temporary files
    /// limits that. Holds until something else is opened.
    void unpackWhole() {
        unpacksWhole = true;
        OpenRequest.again(model.state()).ifPresent(this::read);
    }

    /// What reads the files.
    CaptureLoader loader() {
        return loader;
    }

    /// What was opened before.
    RecentFiles recent() {
        return recent;
    }

    @Override
    public void ask() {
        question.accept(this::openLater);
    }

    /// How long a sample takes to give its answer.
    FirstAnswer answer() {
        return answer;
    }

    @Override
    public void openLater(List<Path> files) {
        WorkbenchState state = model.state();
        look(_ -> Sought.of(files, state), files, sought -> {
            FoundFiles found = sought.found();
            if (!found.files().isEmpty()) {
                answer.forget();
                look = Optional.empty();
                begin.run();
                begin(sought.request(), found.files().getFirst());
            }
            found.openedCase().ifPresent(this::openCase);
            if (found.files().isEmpty()) {
                found.openedLab().ifPresent(this::openLab);
            }
            if (found.files().isEmpty() && found.openedCase().isEmpty() && found.openedLab().isEmpty()) {
                found.emptyFolder().map(OpenFailure::emptyFolder).ifPresent(this::fail);
            }
        });
    }

    @Override
    public void openCase(Path file) {
        begin.run();
        showCase.accept(file);
    }

    /// A lab brings its own capture: it is opened alone.
    private void openLab(Path lab) {
        begin.run();
        showLab.accept(lab);
    }

    /// Whether captures are open, or are being read or captured.
    boolean isInUse() {
        return model.state() instanceof Live || OpenRequest.ofOpen(model.state()).isPresent();
    }

    /// Compares the captures of a case with it in the background.
    ///
    /// @param then gets what was found, on the JavaFX thread, unless something was opened meanwhile
    /// @return the search
    Worker<FoundEvidence> findEvidence(OpenCase its, Consumer<FoundEvidence> then) {
        return look(monitor -> FoundEvidence.of(its.file(), its.evidence(), List.of(), monitor), List.of(its.file()),
                found -> {
                    if (!isInUse()) {
                        then.accept(found);
                    }
                });
    }

    /// Opens captures of a call that was found.
    ///
    /// @param opened is called when they have been read
    void openFound(List<Path> files, Runnable opened) {
        answer.forget();
        look.ifPresent(RunTask::cancel);
        look = Optional.empty();
        begin.run();
        unpacksWhole = false;
        loader.open(new OpenRequest(files, List.of()), () -> {
            recent.add(files);
            opened.run();
        });
    }

    /// Opens the captures that begin first, of several that do not fit into memory together. What was
    /// open makes room.
    void openFirst(OpenRequest request, List<Path> fitting) {
        look.ifPresent(RunTask::cancel);
        look = Optional.empty();
        begin.run();
        model.close();
        read(request.first(fitting));
    }

    /// Opens captures that were just read, and are no key logs.
    void openEvidence(List<Path> files) {
        answer.forget();
        begin(new OpenRequest(files, List.of()), files.getFirst());
    }

    /// Does something with the disk in the background, and then something with the result, unless
    /// something else was opened meanwhile: that is cancelled then.
    private <T> Worker<T> look(RunTask.Run<T> disk, List<Path> files, Consumer<T> then) {
        look.ifPresent(RunTask::cancel);
        RunTask<T> task = new RunTask<>(disk);
        look = Optional.of(task);
        task.setOnSucceeded(_ -> {
            if (isCurrent(task)) {
                then.accept(task.getValue());
            }
        });
        task.setOnFailed(_ -> {
            if (isCurrent(task)) {
                fail(OpenFailure.of(task.getException(), files));
            }
        });
        Thread.ofVirtual().name("sipsleuth-opening").start(task);
        return task;
    }

    private boolean isCurrent(RunTask<?> task) {
        return look.filter(task::equals).isPresent();
    }

    private void fail(OpenFailure failure) {
        begin.run();
        loader.cancel();
        model.fail(failure);
    }

    @Override
    public void open(List<Path> files) {
        answer.forget();
        read(files);
    }

    private void read(List<Path> files) {
        look.ifPresent(RunTask::cancel);
        look = Optional.empty();
        begin.run();
        Optional<Path> missing = files.stream().filter(f -> !Files.exists(f)).findFirst();
        if (missing.isPresent()) {
            fail(OpenFailure.missing(missing.get()));
            return;
        }
        begin(OpenRequest.of(files, model.state()), files.getFirst());
    }

    /// @param first names what was opened
    private void begin(OpenRequest request, Path first) {
        if (!request.captures().isEmpty()) {
            unpacksWhole = false;
            read(request);
        } else if (model.state() instanceof Live) {
            live.addKeyLogs(request.keyLogs());
        } else {
            model.fail(OpenFailure.keyLogAlone(first));
        }
    }

    @Override
    public void countOnce(boolean on) {
        Optional<OpenRequest> again = OpenRequest.ofSeveral(model.state());
        once.choose(on, again.isPresent());
        again.ifPresent(this::read);
    }

    private void read(OpenRequest request) {
        loader.open(request, () -> recent.add(request.captures()));
    }

    /// Reads what is open again, as it is now.
    void openAgain() {
        begin.run();
        OpenRequest.ofOpen(model.state()).ifPresent(this::read);
    }

    /// Reads what is open again without its key logs.
    void dropKeyLogs() {
        OpenRequest.withoutKeyLogs(model.state())
                .ifPresentOrElse(request -> loader.open(request, () -> {}), live::dropKeyLogs);
    }

    /// Begins a live capture, with these key logs.
    void capture(LiveRequest request, List<Path> keyLogs) {
        loader.cancel();
        live.start(request, keyLogs);
    }

    @Override
    public void openSample(SampleCapture sample) {
        answer.ask();
        look(_ -> copied(sample, samples), List.of(), copy -> copy.ifPresentOrElse(file -> read(List.of(file)),
                () -> fail(OpenFailure.sample(sample.file(), samples))));
    }

    /// Opens what the clipboard holds: files, or the text of messages, which is kept as a file.
    ///
    /// @return whether it holds one of them
    boolean paste() {
        Clipboard clipboard = Clipboard.getSystemClipboard();
        if (clipboard.hasFiles()) {
            openLater(clipboard.getFiles().stream().map(File::toPath).toList());
            return true;
        }
        String text = clipboard.hasString() ? clipboard.getString() : "";
        if (text.isBlank()) {
            return false;
        }
        answer.forget();
        look(_ -> PastedText.keep(text, samples.resolveSibling("pasted"), LocalDateTime.now(ZoneId.systemDefault())),
                List.of(), file -> read(List.of(file)));
        return true;
    }

    /// Copies a sample into this directory, or, in a home that cannot be written, into one that is
    /// deleted when the program ends.
    static Optional<Path> copied(SampleCapture sample, Path directory) {
        try {
            return Optional.of(SampleCaptures.copyTo(sample, directory));
        } catch (IOException e) {
            LOG.debug("The sample {} cannot be written to the usual folder", sample.file(), e);
        }
        try {
            Path temporary = Files.createTempDirectory("sipsleuth-samples-");
            temporary.toFile().deleteOnExit();
            Path copy = SampleCaptures.copyTo(sample, temporary);
            try (Stream<Path> files = Files.list(temporary)) {
                files.forEach(file -> file.toFile().deleteOnExit());
            }
            return Optional.of(copy);
        } catch (IOException e) {
            LOG.warn("The sample {} cannot be written", sample.file(), e);
            return Optional.empty();
        }
    }

    /// Stops reading, or the search for what is to be read.
    ///
    /// @return whether one of them went on
    boolean cancel() {
        boolean isLooking = look.filter(RunTask::isRunning).isPresent();
        boolean running = loader.runningProperty().get();
        look.ifPresent(RunTask::cancel);
        loader.cancel();
        return running || isLooking;
    }
}
