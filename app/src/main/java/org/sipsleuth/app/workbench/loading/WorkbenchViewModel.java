package org.sipsleuth.app.workbench.loading;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Changed;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Empty;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Failed;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Live;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Loading;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Shown;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Whole;
import org.sipsleuth.capture.integrity.CaptureChangedException;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.SipIndex;

/// Leads the window from one state to the next.
public final class WorkbenchViewModel {

    private final ReadOnlyObjectWrapper<WorkbenchState> state = new ReadOnlyObjectWrapper<>(new Empty());

    /// The state now.
    public WorkbenchState state() {
        return state.get();
    }

    /// The state, to listen to.
    public ReadOnlyObjectProperty<WorkbenchState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// A run began. If another was under way, the state before that one is kept to come back to.
    void begin(OpenRequest request) {
        state.set(new Loading(request, Optional.empty(), lastWhole()));
    }

    /// The run knows this much.
    void show(SipIndex partial) {
        if (state.get() instanceof Loading loading) {
            state.set(new Loading(loading.request(), Optional.of(partial), loading.before()));
        }
    }

    /// The run read everything.
    ///
    /// @param unreadable captures of the request that are not in the index
    /// @param secrets how many secrets its key logs hold
    void finish(SipIndex index, List<UnreadableFile> unreadable, int secrets) {
        if (state.get() instanceof Loading loading) {
            KeyLogs keyLogs = new KeyLogs(loading.request().keyLogs(), secrets);
            List<Path> bad = unreadable.stream().map(UnreadableFile::path).toList();
            List<Path> read = loading.files().stream().filter(file -> !bad.contains(file)).toList();
            state.set(new Shown(new OpenCaptures(read, keyLogs, index, loading.request(), unreadable)));
        }
    }

    /// A live capture began.
    public void beginLive(String source) {
        state.set(new Live(source, KeyLogs.NONE, Optional.empty(), lastWhole()));
    }

    /// The live capture has come this far.
    ///
    /// @param keyLogs what it was read with
    public void showLive(SipIndex latest, KeyLogs keyLogs) {
        if (state.get() instanceof Live live) {
            state.set(new Live(live.source(), keyLogs, Optional.of(latest), live.before()));
        }
    }

    /// The live capture ended: its files are what is shown.
    public void finishLive(SipIndex index) {
        if (state.get() instanceof Live live) {
            List<Path> files = index.files().stream().map(CaptureSummary::path).toList();
            state.set(new Shown(new OpenCaptures(files, live.keyLogs(), index)));
        }
    }

    /// What is open makes room.
    public void close() {
        state.set(new Empty());
    }

    /// The run was cancelled: everything is as it was.
    void cancel() {
        state.set(lastWhole());
    }

    /// The run, or the try to begin one, failed.
    public void fail(OpenFailure failure) {
        state.set(new Failed(failure, lastWhole().investigation()));
    }

    /// One of the captures that are shown is not what it was when it was opened.
    void change(CaptureChangedException change) {
        if (state.get() instanceof Shown(var shown)) {
            state.set(new Changed(OpenFailure.of(change), shown));
        }
    }

    /// The user has read why it failed.
    public void dismissFailure() {
        if (state.get() instanceof Failed failed) {
            state.set(failed.investigation().<WorkbenchState>map(Shown::new).orElseGet(Empty::new));
        }
    }

    private Whole lastWhole() {
        return switch (state.get()) {
            case Loading loading -> loading.before();
            case Live live -> live.before();
            case Whole whole -> whole;
        };
    }
}
