package org.sipsleuth.app.workbench.loading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Empty;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Failed;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Loading;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Shown;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.samples.SampleCaptures;
import org.sipsleuth.view.session.Selection;

class WorkbenchViewModelTest {

    private static final OpenFailure FAILURE = new OpenFailure("what", "meaning", "advice");
    private static List<Path> files = List.of();
    private static SipIndex index;

    private final WorkbenchViewModel model = new WorkbenchViewModel();

    @BeforeAll
    static void readASample(@TempDir Path directory) throws IOException {
        files = List.of(SampleCaptures.copyTo(SampleCaptures.list().getFirst(), directory));
        index = CaptureIndexer.read(files, RunMonitor.NONE);
    }

    private static OpenRequest request(List<Path> captures) {
        return new OpenRequest(captures, List.of());
    }

    private void shown() {
        model.begin(request(files));
        model.finish(index, List.of(), 0);
    }

    @Test
    void aRunLeadsFromEmptyOverLoadingToShown() {
        assertInstanceOf(Empty.class, model.state());
        model.begin(request(files));
        assertEquals(Optional.empty(), model.state().index());
        model.show(index);
        assertSame(index, model.state().index().orElseThrow());
        assertInstanceOf(Loading.class, model.state());
        model.finish(index, List.of(), 0);
        assertInstanceOf(Shown.class, model.state());
    }

    @Test
    void aCancelledRunLeavesTheStateBefore() {
        shown();
        WorkbenchState before = model.state();
        model.begin(request(List.of(Path.of("other"))));
        model.cancel();
        assertSame(before, model.state());
    }

    @Test
    void aSecondRunRemembersTheLastWholeState() {
        shown();
        WorkbenchState before = model.state();
        model.begin(request(List.of(Path.of("b"))));
        model.begin(request(List.of(Path.of("c"))));
        model.cancel();
        assertSame(before, model.state());
    }

    @Test
    void aFailedRunKeepsTheInvestigationBefore() {
        shown();
        model.begin(request(List.of(Path.of("other"))));
        model.fail(FAILURE);
        Failed failed = assertInstanceOf(Failed.class, model.state());
        assertSame(index, failed.index().orElseThrow());
        model.dismissFailure();
        assertSame(index, assertInstanceOf(Shown.class, model.state()).shown().index());
    }

    @Test
    void aFailureAtTheStartLeadsBackToTheStart() {
        model.begin(request(files));
        model.fail(FAILURE);
        model.dismissFailure();
        assertInstanceOf(Empty.class, model.state());
    }

    @Test
    void whatALateRunShowsIsIgnored() {
        model.begin(request(files));
        model.cancel();
        model.show(index);
        model.finish(index, List.of(), 0);
        assertInstanceOf(Empty.class, model.state());
    }

    @Test
    void aSelectionIsFoundAgainInALaterIndex() throws IOException {
        SipIndex later = CaptureIndexer.read(files, RunMonitor.NONE);
        Selection chosen = Selection.NONE.withDialogs(List.of(2, 0)).withMessages(List.of(1, 3));
        Selection carried = SelectionTransfer.carry(chosen, index, later);
        assertEquals(List.of(2, 0), carried.dialogs());
        assertEquals(List.of(3), carried.messages());
    }

    @Test
    void whatALaterIndexDoesNotHoldIsLeftOut(@TempDir Path directory) throws IOException {
        Path other = SampleCaptures.copyTo(SampleCaptures.list().get(1), directory);
        SipIndex later = CaptureIndexer.read(List.of(other), RunMonitor.NONE);
        Selection chosen = Selection.NONE.withDialogs(List.of(0)).withMessages(List.of(0));
        assertEquals(Selection.NONE, SelectionTransfer.carry(chosen, index, later));
    }
}
