package org.sipsleuth.view.belief.table;

import static org.sipsleuth.view.ui.Texts.text;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.sipsleuth.belief.BeliefModel;
import org.sipsleuth.belief.detection.BeliefMethod;
import org.sipsleuth.belief.network.BeliefTables;
import org.sipsleuth.capture.name.FileName;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detector;
import org.sipsleuth.finding.Method;
import org.sipsleuth.finding.Sentence;
import org.sipsleuth.finding.TrainingFacts;
import org.sipsleuth.finding.TrainingRequest;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.model.Training;
import org.sipsleuth.pipeline.CleanBaseline;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.pipeline.TrainingEffect;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.truth.TrafficLabels;
import org.sipsleuth.view.belief.state.Background;
import org.sipsleuth.view.belief.state.TablesInUse;

/// Learns what is normal in the open capture, incidents left out, as `train belief` does; the rows
/// of attacks are those of the bundled tables.
public final class TablesLearning {

    private static final long SEED = 1;

    private final TablesInUse tables;
    private final Supplier<Optional<SipIndex>> capture;
    private final Methods methods;
    private final Background background;
    private final String program;

    /// @param capture what is open
    /// @param methods those that need no training find the incidents to leave out
    /// @param background where it is learned; shows the progress
    /// @param program the version of the program
    public TablesLearning(TablesInUse tables, Supplier<Optional<SipIndex>> capture, Methods methods,
            Background background, String program) {
        this.tables = tables;
        this.capture = capture;
        this.methods = methods;
        this.background = background;
        this.program = program;
    }

    private record Learned(BeliefTables tables, List<String> remarks) {}

    /// Learns tables and uses them.
    ///
    /// @param report gets what was left out, what is wrong with the baseline, and what changes; or
    ///     why nothing was learned
    /// @return whether a capture is open, so that there is something to wait for
    boolean learn(Consumer<String> report) {
        Optional<SipIndex> open = capture.get();
        open.ifPresent(
                index -> background.run(monitor -> index.opened().verified(() -> learn(index, monitor)), learned -> {
                    tables.learned(learned.tables());
                    report.accept(String.join("\n", learned.remarks()));
                }, failure -> report.accept(words(failure))));
        return open.isPresent();
    }

    private static String words(Throwable failure) {
        return failure instanceof IOException ? text("belief.tables.learn.failed", String.valueOf(failure.getMessage()))
                : text("belief.page.failed.advice");
    }

    private Learned learn(SipIndex index, RunMonitor monitor) throws IOException {
        CleanBaseline clean = CleanBaseline.of(index, methods, monitor);
        List<String> remarks = new ArrayList<>(clean.lines().stream().map(Sentence::text).toList());
        Method method = new BeliefMethod();
        try {
            ModelFile file = method.train(
                    new TrainingRequest(index, facts(index), Map.of(), SEED, TrafficLabels.NONE, clean.leftOut()),
                    monitor, remarks::add);
            Detector shipped = method.detector(method.shipped());
            TrainingEffect.of(index, clean.leftOut(), shipped, method.detector(file), monitor)
                    .lines()
                    .forEach(line -> remarks.add(line.text()));
            return new Learned(BeliefModel.open(file).tables(), remarks);
        } catch (SettingException | ModelFormatException wrong) {
            throw new IOException(wrong.getMessage(), wrong);
        }
    }

    private TrainingFacts facts(SipIndex index) {
        String first = FileName.last(index.files().getFirst().path());
        int more = index.files().size() - 1;
        String name = more == 0 ? first : text("model.data.several", first, more);
        return new TrainingFacts(name, name, List.of(), new Training.Origin(program, Instant.EPOCH, ""));
    }
}
