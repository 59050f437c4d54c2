package org.sipsleuth.app.workbench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.app.workbench.loading.CaptureReader;
import org.sipsleuth.app.workbench.loading.WorkbenchState;
import org.sipsleuth.dialog.Concealed;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.lab.format.HiddenFact;
import org.sipsleuth.lab.session.LabMode;
import org.sipsleuth.lab.session.LabSession;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.view.lab.LabDesk;
import org.sipsleuth.view.lab.LabsPage;
import org.sipsleuth.view.session.page.Page;

/// Keeps from the window what a lab hides until it is handed in, whatever way its capture was opened:
/// the index is marked where it is read, so that everything below the pages sees it.
final class LabLocks {

    private final LabDesk desk;
    private final AtomicReference<Optional<LabSession>> read = new AtomicReference<>(Optional.empty());
    private @Nullable LabsPage page;

    /// @param disk one thread: saves answers
    LabLocks(Executor disk) {
        desk = new LabDesk(disk);
    }

    LabDesk desk() {
        return desk;
    }

    /// Locked pages show what this page says.
    void use(LabsPage labs) {
        page = labs;
    }

    /// A reader that looks whether captures belong to a lab before it reads them.
    CaptureReader reading(CaptureReader reader) {
        return (files, options, monitor, partial) -> read(reader, files, options, monitor, partial);
    }

    private SipIndex read(CaptureReader reader, List<Path> files, ReadOptions options, RunMonitor monitor,
            Consumer<SipIndex> partial) throws IOException {
        Optional<LabSession> lab = LabsPage.labOf(files);
        Set<Concealed> concealed = lab.map(its -> LabMode.concealed(its::hides)).orElse(Set.of());
        read.set(lab);
        return reader.read(files, options, monitor, index -> partial.accept(index.concealing(concealed)))
                .concealing(concealed);
    }

    /// Turns to the lab of the capture that is shown from now on.
    void show(SipIndex index) {
        Path first = index.files().getFirst().path().toAbsolutePath();
        desk.use(read.get().filter(its -> its.folder().folder().toAbsolutePath().equals(first.getParent())));
    }

    /// Calls back whenever a lab begins, ends or is handed in.
    void onChange(Runnable listener) {
        desk.sessionProperty().subscribe(_ -> listener.run());
    }

    /// What stands in the place of a page that would state an answer now.
    Optional<Node> lock(Page locked) {
        LabsPage labs = page;
        return labs != null && desk.isLocked(locked.id()) ? Optional.of(labs.locked(locked)) : Optional.empty();
    }

    /// What a page shows of a capture: nothing while it is locked.
    IndexDisplay.IndexView view(Page guarded) {
        return IndexDisplay.view(index -> {
            if (desk.isLocked(guarded.id())) {
                guarded.showNothing();
            } else {
                guarded.show(index);
            }
        }, guarded::showNothing);
    }

    /// The state of which the ground truth may be offered.
    WorkbenchState withTruth(WorkbenchState state) {
        return desk.hides(HiddenFact.TRUTH) ? new WorkbenchState.Empty() : state;
    }
}
