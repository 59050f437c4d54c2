package org.sipsleuth.view.session.model;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Method;
import org.sipsleuth.finding.TrainingFacts;
import org.sipsleuth.finding.TrainingRequest;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.pipeline.CleanBaseline;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.pipeline.ModelContents;
import org.sipsleuth.pipeline.TrainingEffect;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.truth.TrafficLabels;

/// Learns what is normal in a capture, incidents left out, as `train` does.
public final class NormalLearning {

    /// Of all that is drawn.
    public static final long SEED = 1;

    private final Methods methods;
    private final String program;

    /// @param methods those that need no training find the incidents to leave out
    /// @param program the version of the program
    public NormalLearning(Methods methods, String program) {
        this.methods = methods;
        this.program = program;
    }

    /// What was learned.
    ///
    /// @param remarks what was left out, what is wrong with the baseline, and what changes
    public record Learned(ModelFile model, List<String> remarks) {

        /// Takes a copy.
        public Learned {
            remarks = List.copyOf(remarks);
        }
    }

    /// Something that a model can be learned of.
    public interface Source {

        /// Learns a model.
        ///
        /// @throws IOException if it cannot be read, with words for the user
        /// @throws IllegalArgumentException if there is too little to learn, with words for the user
        /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
        Learned learn(RunMonitor monitor) throws IOException;
    }

    /// Learns a model of a method.
    ///
    /// @throws IOException if the capture cannot be read, or is no baseline, with words for the user
    /// @throws IllegalArgumentException if there is too little to learn, with words for the user
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public Learned learn(Method method, SipIndex index, RunMonitor monitor) throws IOException {
        return index.opened().verified(() -> learned(method, index, monitor));
    }

    private Learned learned(Method method, SipIndex index, RunMonitor monitor) throws IOException {
        TrainingFacts facts = BaselineFacts.of(index, "", BaselineFacts.origin(program), monitor);
        CleanBaseline clean = CleanBaseline.of(index, methods, monitor);
        clean.check();
        List<String> remarks = new ArrayList<>(clean.lines().stream().map(Sentence::text).toList());
        try {
            ModelFile file =
                    method.train(new TrainingRequest(index, facts, Map.of(), SEED, TrafficLabels.NONE, clean.leftOut()),
                            monitor, remarks::add);
            TrainingEffect.of(index, clean.leftOut(), method.detector(method.shipped()), method.detector(file), monitor)
                    .lines()
                    .forEach(line -> remarks.add(line.text()));
            remarks.add(ModelContents.of(file).sentence().text());
            return new Learned(file, remarks);
        } catch (SettingException | ModelFormatException wrong) {
            throw new IOException(wrong.getMessage(), wrong);
        }
    }
}
