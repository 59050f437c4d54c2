package org.sipsleuth.view.belief.table;

import static org.sipsleuth.view.ui.Texts.text;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.sipsleuth.belief.BeliefModel;
import org.sipsleuth.belief.detection.BeliefMethod;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.view.belief.state.Background;
import org.sipsleuth.view.belief.state.TablesInUse;
import org.sipsleuth.view.session.model.NormalLearning;

/// Learns what is normal in the open capture, incidents left out, as `train belief` does; the rows
/// of attacks are those of the bundled tables.
public final class TablesLearning {

    private final TablesInUse tables;
    private final Supplier<Optional<SipIndex>> capture;
    private final NormalLearning learning;
    private final Background background;

    /// @param capture what is open
    /// @param methods those that need no training find the incidents to leave out
    /// @param background where it is learned; shows the progress
    /// @param program the version of the program
    public TablesLearning(TablesInUse tables, Supplier<Optional<SipIndex>> capture, Methods methods,
            Background background, String program) {
        this.tables = tables;
        this.capture = capture;
        this.background = background;
        learning = new NormalLearning(methods, program);
    }

    private record Learned(BeliefModel model, List<String> remarks) {}

    /// Learns tables and uses them.
    ///
    /// @param report gets what was left out, what is wrong with the baseline, and what changes; or
    ///     why nothing was learned
    /// @return whether a capture is open, so that there is something to wait for
    boolean learn(Consumer<String> report) {
        Optional<SipIndex> open = capture.get();
        open.ifPresent(index -> background.run(monitor -> learn(index, monitor), learned -> {
            tables.learned(learned.model().tables(), learned.model().novelty());
            report.accept(String.join("\n", learned.remarks()));
        }, failure -> report.accept(words(failure))));
        return open.isPresent();
    }

    private static String words(Throwable failure) {
        return failure instanceof IOException ? text("belief.tables.learn.failed", String.valueOf(failure.getMessage()))
                : text("belief.page.failed.advice");
    }

    private Learned learn(SipIndex index, RunMonitor monitor) throws IOException {
        NormalLearning.Learned learned = learning.learn(new BeliefMethod(), index, monitor);
        try {
            return new Learned(BeliefModel.open(learned.model()), learned.remarks());
        } catch (ModelFormatException impossible) {
            throw new IOException(impossible.getMessage(), impossible);
        }
    }
}
