package org.sipsleuth.view.session.page;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.view.session.Selection;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.session.SessionModel;
import org.sipsleuth.view.session.casefile.CaseModel;
import org.sipsleuth.view.ui.Memory;

/// A window around a page that shows nothing else and whose user chooses no files.
public final class TestWorkplace {

    private TestWorkplace() {}

    public static Workplace of(SelectionModel selection, SessionModel session, Executor executor) {
        return of(selection, session, executor, (_, _) -> {});
    }

    /// @param dialogs gets the selection and the filter with which dialogs are shown
    public static Workplace of(SelectionModel selection, SessionModel session, Executor executor,
            BiConsumer<Selection, String> dialogs) {
        return new Workplace(selection, session,
                new CaseModel(Path.of("no", "such", "folder"), "analyst", "test", Clock.systemUTC(), Memory.forgetful(),
                        new CaseModel.Background(executor, executor, executor)),
                new Workplace.Background(executor, executor, executor, executor, executor), new NoFrame(dialogs),
                _ -> new NoFiles(), "test");
    }

    private static final class NoPair implements DialogPair {
        private final Node root = new StackPane();

        @Override
        public Node root() {
            return root;
        }

        @Override
        public void show(SipIndex index, int left, OptionalInt right) {}

        @Override
        public void show(SipIndex leftIndex, OptionalInt left, SipIndex rightIndex, OptionalInt right) {}

        @Override
        public void showNothing() {}
    }

    private record NoFrame(BiConsumer<Selection, String> dialogs) implements Workplace.Frame {
        @Override
        public void showOverlay(Node content) {}

        @Override
        public void hideOverlay() {}

        @Override
        public void showUndecoded() {}

        @Override
        public void open(String page) {}

        @Override
        public void open(String page, String within) {}

        @Override
        public void openIncident(String id) {}

        @Override
        public void openCaptures(List<Path> files) {}

        @Override
        public List<Path> recentCaptures() {
            return List.of();
        }

        @Override
        public void openDialogs() {}

        @Override
        public void showDialogs(Selection chosen, String filter, String words) {
            dialogs.accept(chosen, filter);
        }

        @Override
        public void useModel(ModelFile model, ModelOrigin origin) {}

        @Override
        public void keepSettings() {}

        @Override
        public void useSettings() {}

        @Override
        public DialogPair dialogPair() {
            return new NoPair();
        }

        @Override
        public void exportMessages() {}

        @Override
        public void writeReport() {}

        @Override
        public List<MenuItem> incidentExports() {
            return List.of();
        }

        @Override
        public ObservableValue<Boolean> growing() {
            return new SimpleObjectProperty<>(false);
        }

        @Override
        public ObservableValue<Boolean> live() {
            return new SimpleObjectProperty<>(false);
        }
    }

    private record NoFiles() implements FileChoice {
        @Override
        public Optional<Path> toOpen(Window window) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> toSave(Window window, String name) {
            return Optional.empty();
        }
    }
}
