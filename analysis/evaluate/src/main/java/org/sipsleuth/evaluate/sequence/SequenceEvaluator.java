package org.sipsleuth.evaluate.sequence;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.evaluation.Corpus;
import org.sipsleuth.evaluation.Evaluation;
import org.sipsleuth.evaluation.EvaluationCost;
import org.sipsleuth.evaluation.EvaluationRequest;
import org.sipsleuth.evaluation.EvaluationTable;
import org.sipsleuth.evaluation.Evaluator;
import org.sipsleuth.evaluation.PlayedSeeds;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sequence.Normalisation;
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.sequence.SequenceSettings;
import org.sipsleuth.sequence.UnknownSettings;
import org.sipsleuth.sequence.corpus.MessageChoice;
import org.sipsleuth.sequence.corpus.Proportions;
import org.sipsleuth.sequence.corpus.SequenceCorpus;
import org.sipsleuth.sequence.network.RecurrentSettings;
import org.sipsleuth.sequence.training.TrainingSettings;

/// Measures paper 1: each split with the CNN, the first with the LSTM too.
public final class SequenceEvaluator implements Evaluator {

    /// What the recurrent network has unless all is asked for: the paper's 928 units train for
    /// hours.
    private static final int FEW_UNITS = 96;

    private static final int BATCH = 64;
    private static final double RATE = 4e-3;
    private static final int EPOCHS = 80;

    private static final int QUICK_UNITS = 32;
    private static final int QUICK_EPOCHS = 8;

    /// The paper's; with so many units larger steps make it forget what it had learned.
    private static final double FULL_RATE = 1e-3;

    private static final int FULL_EPOCHS = 255; // as many as the paper has

    /// It comes near to knowing everything, forgets, and learns again: the best of it is kept.
    private static final int FULL_PATIENCE = 10;

    /// Of real traffic repeats are folded, as always but for the paper's own figures.
    static final MessageChoice REAL_MESSAGES = MessageChoice.FOLDED;

    @Override
    public String method() {
        return SequenceModel.KIND;
    }

    @Override
    public List<PlayedSeeds> seeds(EvaluationRequest request) {
        return List.of(new PlayedSeeds(PlayedSeeds.Purpose.DIVIDED, request.seed(), 1));
    }

    @Override
    public EvaluationCost cost(EvaluationRequest request) {
        return switch (request.extent()) {
            case QUICK -> EvaluationCost.of(Duration.ofMinutes(2), 1_024);
            case USUAL -> EvaluationCost.of(Duration.ofSeconds(200 + 40L * request.splits()), 1_024);
            case FULL -> EvaluationCost.of(Duration.ofSeconds(3_000 + 40L * request.splits()), 2_048);
        };
    }

    @Override
    public Evaluation evaluate(EvaluationRequest request, RunMonitor monitor, Consumer<String> news)
            throws IOException {
        long from = System.nanoTime();
        PaperDialogsCapture capture = PaperDialogsCapture.of(request.seed(), monitor);
        List<EvaluationRun> convolutional = new ArrayList<>();
        for (int split = 0; split < request.splits(); split++) {
            SequenceCorpus corpus = capture.split(split, request.seed());
            convolutional.add(EvaluationRun.of("CNN, split " + (split + 1), corpus,
                    settings(TrainingSettings.convolution(request.seed()), MessageChoice.PAPER), monitor, news));
        }
        EvaluationRun recurrent = EvaluationRun.of("LSTM", capture.split(0, request.seed()),
                settings(recurrent(request), MessageChoice.PAPER), monitor, news);
        PaperTables paper = new PaperTables(convolutional, recurrent, request.seed());
        List<EvaluationTable> tables = new ArrayList<>(paper.tables());
        if (!request.traffic().isEmpty()) {
            tables.add(real(request, monitor, news));
        }
        return new Evaluation(method(),
                new Corpus(PaperDialogsCapture.SCENARIO, request.seed(), sizes(capture, request)),
                Duration.ofNanos(System.nanoTime() - from), tables, paper.figures());
    }

    private static EvaluationTable real(EvaluationRequest request, RunMonitor monitor, Consumer<String> news)
            throws IOException {
        List<RealTraffic.Named> others = new ArrayList<>();
        for (Path other : request.others()) {
            SipIndex index = CaptureIndexer.read(List.of(other), request.reading(), monitor);
            others.add(new RealTraffic.Named(String.valueOf(other.getFileName()), index));
        }
        SipIndex traffic = CaptureIndexer.read(request.traffic(), request.reading(), monitor);
        return RealTraffic.table(traffic, others, request.seed(), monitor, news);
    }

    private static TrainingSettings recurrent(EvaluationRequest request) {
        if (request.isFull()) {
            return new TrainingSettings(RecurrentSettings.paper(), BATCH, FULL_RATE, FULL_EPOCHS, FULL_PATIENCE,
                    request.seed());
        }
        if (request.isQuick()) {
            return new TrainingSettings(new RecurrentSettings(QUICK_UNITS), BATCH, RATE, QUICK_EPOCHS, QUICK_EPOCHS,
                    request.seed());
        }
        return new TrainingSettings(new RecurrentSettings(FEW_UNITS), BATCH, RATE, EPOCHS, EPOCHS, request.seed());
    }

    static SequenceSettings settings(TrainingSettings training, MessageChoice messages) {
        return new SequenceSettings(training, Proportions.PAPER, messages,
                new UnknownSettings(Normalisation.ONE_HOT_LIMIT, UnknownSettings.STANDARD.tolerance(), false));
    }

    private static Map<String, Long> sizes(PaperDialogsCapture capture, EvaluationRequest request) {
        Map<String, Long> sizes = new LinkedHashMap<>();
        sizes.put("dialogs", (long) capture.dialogs());
        sizes.put("messages", capture.messages());
        sizes.put("sequences", (long) capture.sequences().size());
        sizes.put("splits", (long) request.splits());
        return sizes;
    }
}
