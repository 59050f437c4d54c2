package org.sipsleuth.app.workbench.sequence;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import org.sipsleuth.app.command.investigate.ProgramVersion;
import org.sipsleuth.truth.read.IndexTruth;
import org.sipsleuth.view.fx.SelectionModel;
import org.sipsleuth.view.fx.sequence.AnalysisRun;
import org.sipsleuth.view.fx.sequence.AnalysisState;
import org.sipsleuth.view.fx.sequence.ModelInUse;
import org.sipsleuth.view.fx.session.SessionModel;
import org.sipsleuth.view.sequence.UnknownView;
import org.sipsleuth.view.sequence.model.ModelFiles;
import org.sipsleuth.view.sequence.model.ModelPage;

/// The parts of the window that tell known dialogs from unknown ones. Used on the JavaFX thread.
public final class SequenceControls {

    private static final int MOST_IN_BADGE = 999;

    /// Where the work is done.
    ///
    /// @param opening opens models
    /// @param training one thread: trains models
    /// @param quick for what is shown in a blink
    public record Background(Executor opening, Executor training, Executor quick) {}

    private final ModelInUse models;
    private final AnalysisRun analysis;
    private final UnknownView unknown;
    private final ModelPage page;
    private final Consumer<Node> showPage;
    private final ReadOnlyStringWrapper badge = new ReadOnlyStringWrapper("");

    /// @param session runs the detector of the model
    /// @param files asks for model files
    /// @param showPage shows a page over everything else
    /// @param hidePage takes it away
    public SequenceControls(
            SelectionModel selection,
            SessionModel session,
            Background background,
            ModelFiles files,
            Consumer<Node> showPage,
            Runnable hidePage) {
        this.showPage = showPage;
        models = new ModelInUse(background.opening());
        analysis = new AnalysisRun(models, session);
        unknown = new UnknownView(selection, analysis, background.quick(), this::showModel);
        page =
                new ModelPage(
                        models,
                        analysis,
                        selection,
                        files,
                        background.training(),
                        background.quick(),
                        ProgramVersion.text(),
                        hidePage);
        analysis.stateProperty().subscribe(state -> badge.set(badge(state)));
        models.openShipped();
    }

    /// How many groups of unknown dialogs there are.
    private static String badge(AnalysisState state) {
        int groups = state.analysis().map(its -> its.groups().size()).orElse(0);
        return groups == 0 ? "" : groups > MOST_IN_BADGE ? "999+" : Integer.toString(groups);
    }

    /// The model that all views work with.
    public ModelInUse models() {
        return models;
    }

    /// What it says of the open capture.
    public AnalysisRun analysis() {
        return analysis;
    }

    /// The view of unknown dialogs.
    public Node unknown() {
        return unknown.root();
    }

    /// The number at its place in the rail.
    public ReadOnlyStringProperty badge() {
        return badge.getReadOnlyProperty();
    }

    /// Shows the page of the model.
    public void showModel() {
        showPage.accept(page.root());
    }

    /// Tells what dialogs really are, or does not.
    public void showTruth(Optional<IndexTruth> truth) {
        unknown.showTruth(truth);
    }
}
