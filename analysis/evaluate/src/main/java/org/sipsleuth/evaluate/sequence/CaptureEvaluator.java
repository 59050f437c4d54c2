package org.sipsleuth.evaluate.sequence;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.evaluation.Corpus;
import org.sipsleuth.evaluation.Evaluation;
import org.sipsleuth.evaluation.EvaluationCost;
import org.sipsleuth.evaluation.EvaluationRequest;
import org.sipsleuth.evaluation.EvaluationTable;
import org.sipsleuth.evaluation.Evaluator;
import org.sipsleuth.evaluation.IncidentScores;
import org.sipsleuth.evaluation.PlayedSeeds;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.Detector;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.sequence.unknown.SequenceDetection;
import org.sipsleuth.text.FileName;
import org.sipsleuth.truth.TrafficClass;
import org.sipsleuth.truth.TruthLabel;
import org.sipsleuth.truth.read.IndexTruth;

/// Measures a model of `sequence` on captures: those with ground truth beside them, and those that
/// are known to be without attack.
public final class CaptureEvaluator implements Evaluator {

    private final Methods methods;
    private final Optional<ModelFile> model;

    /// @param methods whose untrained ones are the rules
    /// @param model the bundled one if empty
    public CaptureEvaluator(Methods methods, Optional<ModelFile> model) {
        this.methods = methods;
        this.model = model;
    }

    @Override
    public String method() {
        return SequenceModel.KIND;
    }

    @Override
    public List<PlayedSeeds> seeds(EvaluationRequest request) {
        return List.of();
    }

    @Override
    public EvaluationCost cost(EvaluationRequest request) {
        return EvaluationCost.ofCaptures();
    }

    @Override
    public Evaluation evaluate(EvaluationRequest request, RunMonitor monitor, Consumer<String> news)
            throws IOException {
        long from = System.nanoTime();
        Run run = new Run(request, detectors(), monitor, news);
        request.traffic().forEach(capture -> run.add(capture, false));
        request.others().forEach(capture -> run.add(capture, true));
        Map<String, Long> sizes = new LinkedHashMap<>();
        sizes.put("captures", (long) run.captures.size());
        sizes.put("left out", run.leftOut);
        sizes.put("messages", run.messages);
        return new Evaluation(method(), new Corpus("captures", request.seed(), sizes),
                Duration.ofNanos(System.nanoTime() - from), run.captures.isEmpty() ? List.of() : run.tables(),
                List.of(), Optional.of(new IncidentScores(List.of(), List.of(), run.isComplete)), run.isComplete);
    }

    /// The rules, and the model.
    private List<Detector> detectors() throws IOException {
        List<Detector> detectors = new ArrayList<>();
        for (ModelFile each : methods.shipped()) {
            boolean isRule = !methods.named(each.kind()).orElseThrow().isTrained();
            if (isRule || each.kind().equals(SequenceModel.KIND)) {
                ModelFile its = isRule ? each : model.orElse(each);
                try {
                    detectors.add(methods.detector(its));
                } catch (ModelFormatException unreadable) {
                    throw new IOException("model: " + unreadable.getMessage(), unreadable);
                }
            }
        }
        return detectors;
    }

    /// The captures of one evaluation. What cannot be read is reported and left out.
    private static final class Run {

        private final EvaluationRequest request;
        private final List<Detector> detectors;
        private final RunMonitor monitor;
        private final Consumer<String> news;
        private final List<CaptureNovelty> captures = new ArrayList<>();
        private final LeftOut groups = new LeftOut();
        private long messages;
        private long leftOut;
        private boolean isComplete = true;

        Run(EvaluationRequest request, List<Detector> detectors, RunMonitor monitor, Consumer<String> news) {
            this.request = request;
            this.detectors = detectors;
            this.monitor = monitor;
            this.news = news;
        }

        void add(Path capture, boolean isClean) {
            monitor.throwIfCancelled();
            if (!isClean && !IndexTruth.isThere(List.of(capture))) {
                leaveOut(capture, "no ground-truth file beside it; if it is without attack, name it with --clean");
                return;
            }
            try {
                SipIndex index = CaptureIndexer.read(List.of(capture), request.reading(), monitor);
                BitSet attacks = new BitSet();
                BitSet odd = new BitSet();
                if (!isClean) {
                    label(IndexTruth.read(index, monitor), attacks, odd);
                }
                captures.add(judged(capture, index, isClean, attacks, odd));
                messages += index.messages().size();
            } catch (NoSuchFileException missing) {
                refuse(capture, "no such file");
            } catch (IOException unreadable) {
                refuse(capture, String.valueOf(unreadable.getMessage()));
            }
        }

        List<EvaluationTable> tables() {
            List<EvaluationTable> tables = new ArrayList<>(new CaptureTables(captures, request.seed()).tables());
            tables.addAll(groups.tables(request.seed()));
            return tables;
        }

        private CaptureNovelty judged(Path capture, SipIndex index, boolean isClean, BitSet attacks, BitSet odd) {
            List<Detection> all = new ArrayList<>();
            detectors.forEach(each -> all.add(each.detect(index, monitor)));
            SequenceDetection its = all.stream()
                    .filter(SequenceDetection.class::isInstance)
                    .map(SequenceDetection.class::cast)
                    .findFirst()
                    .orElseThrow();
            BitSet left = new BitSet();
            left.or(attacks);
            left.or(odd);
            groups.add(String.valueOf(capture.getFileName()), its, left);
            return CaptureNovelty.of(isClean, attacks, odd, its, Investigation.of(index, all).complete());
        }

        private void refuse(Path capture, String reason) {
            isComplete = false;
            leaveOut(capture, reason);
        }

        private void leaveOut(Path capture, String reason) {
            leftOut++;
            news.accept(FileName.string(capture) + ": left out: " + reason);
        }
    }

    /// Finds the dialogs of attacks, and those that are odd without being one.
    private static void label(IndexTruth truth, BitSet attacks, BitSet odd) {
        SipIndex index = truth.index();
        for (int message = 0; message < index.messages().size(); message++) {
            int dialog = index.messages().dialog(message);
            TrafficClass its = truth.ofMessage(message).map(TruthLabel::trafficClass).orElse(TrafficClass.NORMAL);
            if (its == TrafficClass.ODD_DIALOG || its == TrafficClass.MUTATION) {
                odd.set(dialog);
            } else if (its != TrafficClass.NORMAL) {
                attacks.set(dialog);
            }
        }
    }
}
