package org.sipsleuth.app.workbench;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.app.workbench.loading.SelectionTransfer;
import org.sipsleuth.app.workbench.loading.WorkbenchState;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Changed;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Live;
import org.sipsleuth.app.workbench.loading.WorkbenchState.Loading;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.view.session.Selection;
import org.sipsleuth.view.session.SelectionModel;

/// Gives every view the index of the state, and keeps the selection true to it: carried along while
/// a capture grows, brought back when a run is cancelled.
final class IndexDisplay {

    /// A view of an index.
    interface IndexView {
        void show(SipIndex index);

        void showNothing();
    }

    /// A view that shows and forgets by these.
    static IndexView view(Consumer<SipIndex> show, Runnable showNothing) {
        return new IndexView() {
            @Override
            public void show(SipIndex index) {
                show.accept(index);
            }

            @Override
            public void showNothing() {
                showNothing.run();
            }
        };
    }

    private final SelectionModel selection;
    private final List<IndexView> views;
    private @Nullable SipIndex shown;
    private SelectionModel.Memory beforeRun;

    IndexDisplay(SelectionModel selection, List<IndexView> views) {
        this.selection = selection;
        this.views = List.copyOf(views);
        beforeRun = selection.remember();
    }

    /// Follows the workbench from one state to the next.
    void follow(WorkbenchState old, WorkbenchState now) {
        boolean begins = now instanceof Loading && !(old instanceof Loading);
        if (begins) {
            beforeRun = selection.remember();
        }
        Optional<SipIndex> index = now.index();
        if (now instanceof Changed && !(old instanceof Changed)) {
            shown = null; // all that views read of messages is void
        }
        if (index.isPresent()) {
            show(index.get(), old, now);
        } else if (!(now instanceof Loading)) {
            selection.reset();
            shown = null;
            views.forEach(IndexView::showNothing);
        }
    }

    private void show(SipIndex index, WorkbenchState old, WorkbenchState now) {
        if (old instanceof Loading loading && !(now instanceof Loading)
                && loading.before().index().filter(index::equals).isPresent()) {
            put(index);
            selection.recall(beforeRun);
        } else if (!index.equals(shown)) {
            Selection carried = carried(index, old);
            put(index);
            selection.set(carried);
        }
    }

    /// What was chosen in an earlier part of the same run, or in a run before of the same files.
    private Selection carried(SipIndex index, WorkbenchState old) {
        SipIndex earlier = shown;
        boolean sameFiles = (old instanceof Live live && live.index().isPresent())
                || (old instanceof Loading loading && (loading.partial().isPresent() || loading.isAgain()));
        return sameFiles && earlier != null ? SelectionTransfer.carry(selection.get(), earlier, index) : Selection.NONE;
    }

    /// Nothing is chosen while the index changes: the numbers would mean something else.
    private void put(SipIndex index) {
        if (!index.equals(shown)) {
            selection.reset();
            shown = index;
            views.forEach(view -> view.show(index));
        }
    }
}
