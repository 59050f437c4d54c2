package org.sipsleuth.evaluate.incident;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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
import org.sipsleuth.evaluation.PaperFigure;
import org.sipsleuth.evaluation.PlayedSeeds;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.Detector;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.text.FileName;
import org.sipsleuth.truth.AttackFacts;
import org.sipsleuth.truth.TrafficClass;
import org.sipsleuth.truth.read.IndexTruth;

/// Scores the incidents of captures against the ground truth beside them, with the session rules,
/// the bundled models, and both.
public final class IncidentEvaluator implements Evaluator {

    /// What is reported with some of the detectors.
    private enum Configuration {
        JOINED("joined", "Both joined"), RULES("rules", "Rules alone"), MODELS("models", "Models alone");

        private final String id;
        private final String text;

        Configuration(String id, String text) {
            this.id = id;
            this.text = text;
        }
    }

    private final Methods methods;

    /// @param methods whose untrained ones are the rules
    public IncidentEvaluator(Methods methods) {
        this.methods = methods;
    }

    @Override
    public String method() {
        return "incidents";
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
        long start = System.nanoTime();
        List<Detector> rules = new ArrayList<>();
        List<Detector> models = new ArrayList<>();
        for (ModelFile model : methods.shipped()) {
            boolean isTrained = methods.named(model.kind()).orElseThrow().isTrained();
            (isTrained ? models : rules).add(detector(model));
        }
        Run run = new Run(request, rules, models, monitor, news);
        for (Path capture : request.traffic()) {
            run.addWithTruth(capture);
        }
        for (Path capture : request.others()) {
            run.addClean(capture);
        }
        return evaluation(request, run, Duration.ofNanos(System.nanoTime() - start));
    }

    private Evaluation evaluation(EvaluationRequest request, Run run, Duration took) {
        List<EvaluationTable> tables = new ArrayList<>();
        List<PaperFigure> figures = new ArrayList<>();
        run.scores.forEach((configuration, captures) -> {
            IncidentTables its = new IncidentTables(configuration.id, configuration.text, captures, request.seed());
            tables.addAll(its.tables());
            if (configuration == Configuration.JOINED) {
                tables.addAll(its.confidence());
            }
            figures.add(its.figure());
        });
        List<CaptureScore> joined = run.scores.getOrDefault(Configuration.JOINED, List.of());
        Map<String, Long> sizes = new LinkedHashMap<>();
        sizes.put("captures", (long) joined.size());
        sizes.put("left out", run.leftOut);
        sizes.put("messages", run.messages);
        return new Evaluation(method(), new Corpus("captures with ground truth", request.seed(), sizes), took, tables,
                figures,
                Optional.of(new IncidentScores(joined.stream().flatMap(scores -> scores.attacks().stream()).toList(),
                        joined.stream().flatMap(scores -> scores.falseIncidents().stream()).toList(), run.isComplete)),
                run.isComplete);
    }

    private Detector detector(ModelFile model) throws IOException {
        try {
            return methods.detector(model);
        } catch (ModelFormatException impossible) {
            throw new IOException("bundled model: " + impossible.getMessage(), impossible);
        }
    }

    /// The captures of one evaluation, one after the other. What cannot be read is reported and
    /// left out.
    private static final class Run {

        private final EvaluationRequest request;
        private final List<Detector> rules;
        private final List<Detector> models;
        private final RunMonitor monitor;
        private final Consumer<String> news;
        private final Map<Configuration, List<CaptureScore>> scores = new LinkedHashMap<>();
        private long messages;
        private long leftOut;
        private boolean isComplete = true;

        Run(EvaluationRequest request, List<Detector> rules, List<Detector> models, RunMonitor monitor,
                Consumer<String> news) {
            this.request = request;
            this.rules = rules;
            this.models = models;
            this.monitor = monitor;
            this.news = news;
            for (Configuration each : Configuration.values()) {
                scores.put(each, new ArrayList<>());
            }
        }

        void addWithTruth(Path capture) {
            String file = FileName.string(capture);
            try {
                SipIndex index = index(capture);
                if (!IndexTruth.isThere(List.of(capture))) {
                    leaveOut(file, "no ground truth is beside it; if it is without attack, name it with --clean");
                    return;
                }
                IndexTruth truth = IndexTruth.read(index, monitor);
                if (hasKinds(truth)) {
                    judge(new CaptureJudge(index, file, Optional.of(truth)), index);
                } else {
                    leaveOut(file, "its ground truth is of an older schema, without kinds");
                }
            } catch (IOException unreadable) {
                refuse(file, unreadable);
            }
        }

        void addClean(Path capture) {
            String file = FileName.string(capture);
            try {
                SipIndex index = index(capture);
                judge(new CaptureJudge(index, file, Optional.empty()), index);
            } catch (IOException unreadable) {
                refuse(file, unreadable);
            }
        }

        private SipIndex index(Path capture) throws IOException {
            monitor.throwIfCancelled();
            return CaptureIndexer.read(List.of(capture), request.reading(), monitor);
        }

        private void leaveOut(String file, String reason) {
            leftOut++;
            news.accept(file + ": left out: " + reason);
        }

        private void refuse(String file, IOException unreadable) {
            isComplete = false;
            String reason = unreadable instanceof NoSuchFileException ? "no such file"
                    : String.valueOf(unreadable.getMessage());
            leaveOut(file, reason);
        }

        private void judge(CaptureJudge judge, SipIndex index) {
            messages += index.messages().size();
            List<Detection> byRules = detect(rules, index, monitor);
            List<Detection> byModels = detect(models, index, monitor);
            List<Detection> all = new ArrayList<>(byRules);
            all.addAll(byModels);
            scores.forEach((configuration, captures) -> captures.add(judge.judge(switch (configuration) {
                case JOINED -> incidents(index, all);
                case RULES -> incidents(index, byRules);
                case MODELS -> findings(index, byModels);
            })));
        }
    }

    /// Whether all attacks have a kind. Odd dialogs are no attack.
    private static boolean hasKinds(IndexTruth truth) {
        return truth.attacks()
                .stream()
                .map(AttackFacts::attack)
                .allMatch(attack -> attack.kind().isPresent() || attack.trafficClass() == TrafficClass.ODD_DIALOG);
    }

    private static List<Detection> detect(List<Detector> detectors, SipIndex index, RunMonitor monitor) {
        List<Detection> detections = new ArrayList<>();
        for (Detector detector : detectors) {
            detections.add(detector.detect(index, monitor));
        }
        return detections;
    }

    private static List<Claim> incidents(SipIndex index, List<Detection> detections) {
        return Investigation.of(index, detections).complete().incidents().stream().map(Claim::of).toList();
    }

    /// Models state no actors and victims, so their findings begin no incidents: each one counts
    /// by itself.
    private static List<Claim> findings(SipIndex index, List<Detection> detections) {
        List<Finding> findings = Investigation.of(index, detections).complete().findings();
        return findings.stream().map(finding -> Claim.of(finding, index)).toList();
    }
}
