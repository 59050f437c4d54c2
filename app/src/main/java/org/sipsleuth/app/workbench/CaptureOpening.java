package org.sipsleuth.app.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.sipsleuth.app.workbench.live.LiveControls;
import org.sipsleuth.app.workbench.loading.CaptureLoader;
import org.sipsleuth.app.workbench.loading.CaptureReader;
import org.sipsleuth.app.workbench.loading.OpenFailure;
import org.sipsleuth.app.workbench.loading.OpenRequest;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Live;
import org.sipsleuth.app.workbench.loading.WorkbenchViewModel;
import org.sipsleuth.app.workbench.memory.RecentFiles;
import org.sipsleuth.app.workbench.memory.Settings;
import org.sipsleuth.app.workbench.page.Opener;
import org.sipsleuth.capture.file.UnpackLimit;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.live.LiveRequest;
import org.sipsleuth.samples.SampleCapture;
import org.sipsleuth.samples.SampleCaptures;

/// Opens captures and key logs, from files or from the network, and reports the result to the
/// model.
final class CaptureOpening implements Opener {

    private final WorkbenchViewModel model;
    private final LiveControls live;
    private final Path samples;
    private final Runnable begin;
    private final Supplier<List<Path>> question;
    private final CountOnce once;
    private final CaptureLoader loader;
    private final RecentFiles recent;
    private UnpackLimit unpackLimit = UnpackLimit.DEFAULT;
    private boolean unpacksWhole;

    /// @param reading where files are read, one after another
    /// @param samples the directory that sample captures are copied to when one is opened
    /// @param begin called before anything is opened
    /// @param question asks the user for files; empty if the user cancels
    CaptureOpening(CaptureReader reader, Executor reading, Settings settings, WorkbenchViewModel model,
            LiveControls live, Path samples, Runnable begin, Supplier<List<Path>> question) {
        this.model = model;
        this.live = live;
        this.samples = samples;
        this.begin = begin;
        this.question = question;
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
        List<Path> files = question.get();
        if (!files.isEmpty()) {
            open(files);
        }
    }

    @Override
    public void open(List<Path> files) {
        begin.run();
        Optional<Path> missing = files.stream().filter(f -> !Files.exists(f)).findFirst();
        if (missing.isPresent()) {
            loader.cancel();
            recent.dropMissing();
            model.fail(OpenFailure.missing(missing.get()));
            return;
        }
        OpenRequest request = OpenRequest.of(files, model.state());
        if (!request.captures().isEmpty()) {
            unpacksWhole = false;
            read(request);
        } else if (model.state() instanceof Live) {
            live.addKeyLogs(request.keyLogs());
        } else {
            model.fail(OpenFailure.keyLogAlone(files.getFirst()));
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
        try {
            open(List.of(SampleCaptures.copyTo(sample, samples)));
        } catch (IOException e) {
            model.fail(OpenFailure.sample(sample.file(), samples));
        }
    }

    /// Stops reading.
    ///
    /// @return whether something was read
    boolean cancel() {
        boolean running = loader.runningProperty().get();
        loader.cancel();
        return running;
    }
}
