package org.sipsleuth.evaluate.belief;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.belief.BeliefModel;
import org.sipsleuth.belief.detection.BeliefMethod;
import org.sipsleuth.belief.learning.LabelledPeriods;
import org.sipsleuth.belief.network.Inference;
import org.sipsleuth.belief.network.TrafficClass;
import org.sipsleuth.belief.network.Variable;
import org.sipsleuth.belief.observation.TrafficEvents;
import org.sipsleuth.belief.period.Periods;
import org.sipsleuth.belief.table.PaperTables;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.evaluation.Corpus;
import org.sipsleuth.evaluation.Evaluation;
import org.sipsleuth.evaluation.EvaluationCost;
import org.sipsleuth.evaluation.EvaluationRequest;
import org.sipsleuth.evaluation.EvaluationRow;
import org.sipsleuth.evaluation.EvaluationTable;
import org.sipsleuth.evaluation.Evaluator;
import org.sipsleuth.evaluation.Expectation;
import org.sipsleuth.evaluation.PaperFigure;
import org.sipsleuth.evaluation.PlayedSeeds;
import org.sipsleuth.evaluation.Spread;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.text.FileName;
import org.sipsleuth.truth.TrafficLabels;
import org.sipsleuth.truth.read.IndexTruth;

/// Measures the bundled belief model by attack: whether the class of most of an attack's messages
/// is right, and which sources without any part in one are reported. Beside it stand the paper's
/// tables, the simplest alternatives on the same variables, and the model without each leaf.
public final class BeliefIncidentEvaluator implements Evaluator {

    private static final String BUNDLED = "Bundled model";
    private static final double LEAST_RIGHT = 0.9;

    /// At most so many errors are listed.
    private static final int MOST_LISTED = 200;

    private final Optional<ModelFile> model;

    /// @param model a model to measure beside the bundled one; empty for that alone
    public BeliefIncidentEvaluator(Optional<ModelFile> model) {
        this.model = model;
    }

    @Override
    public String method() {
        return "belief-incidents";
    }

    @Override
    public List<PlayedSeeds> seeds(EvaluationRequest request) {
        return List.of(BeliefSeeds.training(request.seed()));
    }

    @Override
    public EvaluationCost cost(EvaluationRequest request) {
        return EvaluationCost.ofCaptures();
    }

    @Override
    public Evaluation evaluate(EvaluationRequest request, RunMonitor monitor, Consumer<String> news)
            throws IOException {
        long start = System.nanoTime();
        Run shipped = new Run(BeliefModel.open(new BeliefMethod().shipped()), monitor);
        Optional<Run> other = Optional.empty();
        if (model.isPresent()) {
            other = Optional.of(new Run(BeliefModel.open(model.get()), monitor));
        }
        List<Run> runs = Stream.concat(Stream.of(shipped), other.stream()).toList();
        CaptureReading reading = new CaptureReading(request, monitor, news);
        request.traffic().forEach(capture -> reading.add(capture, false, runs));
        request.others().forEach(capture -> reading.add(capture, true, runs));
        List<EvaluationTable> tables = new ArrayList<>();
        if (!shipped.captures.isEmpty()) {
            report(shipped.captures, shipped.classifier(), news);
            tables.add(table(BUNDLED, shipped.captures, shipped.classifier(), true));
            if (other.isPresent()) {
                tables.add(besideBundled(other.get(), shipped));
            }
            simpler(shipped, request, monitor, news)
                    .forEach((name, classifier) -> tables.add(table(name, shipped.captures, classifier, false)));
            tables.add(ablation(shipped.captures, shipped.model, shipped.threshold()));
        }
        Calibration calibration = shipped.calibration();
        tables.add(
                ConfusionTables.calibration("calibration", "Calibration of the bundled model by period", calibration));
        List<PaperFigure> figures =
                List.of(ConfusionTables.diagram("reliability", "Reliability of the bundled model", calibration));
        return new Evaluation(method(),
                new Corpus("captures with ground truth", request.seed(), sizes(shipped.captures, reading.leftOut)),
                Duration.ofNanos(System.nanoTime() - start), tables, figures, Optional.empty(), reading.isComplete);
    }

    /// The paper's tables and the simplest alternatives on the same periods.
    private static Map<String, PeriodClassifier> simpler(Run shipped, EvaluationRequest request, RunMonitor monitor,
            Consumer<String> news) throws IOException {
        Map<String, PeriodClassifier> classifiers = new LinkedHashMap<>();
        classifiers.put("The paper's tables", PeriodClassifier.of(PaperTables.working(), shipped.threshold()));
        classifiers.put("Always NORMAL", PeriodClassifier.alwaysNormal());
        news.accept("training traffic of the alternatives");
        LabelledPeriods training =
                LabelledTraffic.periods(LabelledTraffic.simulated(BeliefSeeds.training(request.seed()), monitor),
                        shipped.model.settings().periods(), monitor);
        classifiers.put("One threshold for each class", ThresholdRules.learn(training));
        classifiers.put("Logistic regression",
                LogisticRegression.learn(training, shipped.model.tables().prior(), shipped.threshold()));
        return classifiers;
    }

    private static Map<String, Long> sizes(List<JudgedCapture> captures, long leftOut) {
        Map<String, Long> sizes = new LinkedHashMap<>();
        sizes.put("captures", (long) captures.size());
        sizes.put("left out", leftOut);
        sizes.put("attacks", captures.stream().mapToLong(capture -> capture.attacks().size()).sum());
        sizes.put("attacks without a class", captures.stream().mapToLong(capture -> capture.leftOut()).sum());
        sizes.put("normal sources", captures.stream().mapToLong(capture -> capture.normal().size()).sum());
        return sizes;
    }

    /// A model on all captures.
    private static final class Run {

        private final BeliefModel model;
        private final RunMonitor monitor;
        private final List<JudgedCapture> captures = new ArrayList<>();
        private LabelledPeriods labelled = LabelledPeriods.none();

        Run(BeliefModel model, RunMonitor monitor) {
            this.model = model;
            this.monitor = monitor;
        }

        double threshold() {
            return model.settings().thresholds().attackBelief();
        }

        PeriodClassifier classifier() {
            return PeriodClassifier.of(model.tables(), threshold());
        }

        void add(String file, SipIndex index, Optional<IndexTruth> truth) {
            Periods periods = periods(index, model, monitor);
            labelled =
                    labelled.and(LabelledPeriods.of(periods, truth.map(IndexTruth::labels).orElse(TrafficLabels.NONE)));
            captures.add(JudgedCapture.of(file, periods, truth, model.settings().thresholds().leastMessages()));
        }

        Calibration calibration() {
            return BeliefConfusion.of(model.tables(), labelled, model.settings().thresholds().leastMessages())
                    .calibration();
        }
    }

    /// Reads the captures, one after the other. What cannot be read is reported and left out.
    private static final class CaptureReading {

        private final EvaluationRequest request;
        private final RunMonitor monitor;
        private final Consumer<String> news;
        private long leftOut;
        private boolean isComplete = true;

        CaptureReading(EvaluationRequest request, RunMonitor monitor, Consumer<String> news) {
            this.request = request;
            this.monitor = monitor;
            this.news = news;
        }

        /// @param isClean whether it is known to be without attack
        void add(Path capture, boolean isClean, List<Run> runs) {
            String file = FileName.string(capture);
            monitor.throwIfCancelled();
            try {
                SipIndex index = CaptureIndexer.read(List.of(capture), request.reading(), monitor);
                Optional<IndexTruth> truth = Optional.empty();
                if (!isClean) {
                    if (!IndexTruth.isThere(List.of(capture))) {
                        leaveOut(file, "no ground truth is beside it; if it is without attack, name it with --clean");
                        return;
                    }
                    truth = Optional.of(IndexTruth.read(index, monitor));
                }
                for (Run run : runs) {
                    run.add(file, index, truth);
                }
            } catch (IOException unreadable) {
                isComplete = false;
                leaveOut(file, unreadable instanceof NoSuchFileException ? "no such file"
                        : String.valueOf(unreadable.getMessage()));
            }
        }

        private void leaveOut(String file, String reason) {
            leftOut++;
            news.accept(file + ": left out: " + reason);
        }
    }

    /// The other model, which must not be worse than the bundled one.
    private static EvaluationTable besideBundled(Run other, Run bundled) {
        List<EvaluationRow> rows = new ArrayList<>();
        List<JudgedCapture.Row> attacks = attacks(other.captures);
        rows.add(row("attacks (%,d): class right".formatted(attacks.size()), right(attacks, other.classifier()),
                Expectation.atLeast(right(attacks(bundled.captures), bundled.classifier()))));
        List<JudgedCapture.Source> sources = sources(other.captures);
        rows.add(row("normal sources (%,d): reported as an attack".formatted(sources.size()),
                reported(sources, other.classifier()),
                Expectation.atMost(reported(sources(bundled.captures), bundled.classifier()))));
        rows.add(row("expected calibration error, most probable class", other.calibration().leadingError(), null));
        return new EvaluationTable("model", "The model of --model", rows);
    }

    private static List<JudgedCapture.Row> attacks(List<JudgedCapture> captures) {
        return captures.stream().flatMap(capture -> capture.attacks().stream()).toList();
    }

    private static List<JudgedCapture.Source> sources(List<JudgedCapture> captures) {
        return captures.stream().flatMap(capture -> capture.normal().stream()).toList();
    }

    private static Periods periods(SipIndex index, BeliefModel model, RunMonitor monitor) {
        TrafficEvents events = TrafficEvents.of(index, model.settings().sources(), monitor);
        return Periods.bySource(events, model.settings().periods(), model.tables().decay(), monitor);
    }

    /// The errors of the bundled model, a line each.
    private static void report(List<JudgedCapture> captures, PeriodClassifier shipped, Consumer<String> news) {
        List<String> errors = new ArrayList<>();
        for (JudgedCapture capture : captures) {
            for (JudgedCapture.Row row : capture.attacks()) {
                Optional<TrafficClass> believed = row.classify(shipped);
                if (!believed.equals(Optional.of(row.truth()))) {
                    errors.add("%s %s %s: %s".formatted(row.file(), row.facts().attack().id(),
                            row.facts().attack().kind().orElseThrow().text(),
                            believed.map(TrafficClass::word).orElse("nothing concluded")));
                }
            }
            for (JudgedCapture.Source source : capture.normal()) {
                source.periods()
                        .stream()
                        .filter(shipped::reports)
                        .findFirst()
                        .ifPresent(period -> errors.add("%s (%s): falsely %s".formatted(source.name(), source.role(),
                                shipped.classify(period).orElseThrow().word())));
            }
        }
        errors.stream().limit(MOST_LISTED).forEach(news);
    }

    private static EvaluationTable table(String name, List<JudgedCapture> captures, PeriodClassifier classifier,
            boolean isJudged) {
        List<EvaluationRow> rows = new ArrayList<>();
        List<JudgedCapture.Row> attacks = attacks(captures);
        rows.add(row("attacks (%,d): class right".formatted(attacks.size()), right(attacks, classifier),
                isJudged ? Expectation.atLeast(LEAST_RIGHT) : null));
        for (TrafficClass each : TrafficClass.all()) {
            List<JudgedCapture.Row> its = attacks.stream().filter(row -> row.truth() == each).toList();
            if (!its.isEmpty()) {
                rows.add(row("%s (%,d): class right".formatted(each.name(), its.size()), right(its, classifier), null));
            }
        }
        for (String role : Variable.SOURCE_ROLE.categories()) {
            List<JudgedCapture.Source> sources = captures.stream()
                    .flatMap(capture -> capture.normal().stream())
                    .filter(source -> source.role().equals(role))
                    .toList();
            if (!sources.isEmpty()) {
                boolean mustBeNone = isJudged && (role.equals("server") || role.equals("trunk"));
                rows.add(row("normal sources, %s (%,d): reported as an attack".formatted(role, sources.size()),
                        reported(sources, classifier), mustBeNone ? Expectation.exactly(0) : null));
            }
        }
        String id = name.toLowerCase(Locale.ROOT).replace(' ', '-').replace("'", "");
        return new EvaluationTable(id, name, rows);
    }

    private static EvaluationTable ablation(List<JudgedCapture> captures, BeliefModel model, double threshold) {
        List<JudgedCapture.Row> attacks = attacks(captures);
        List<JudgedCapture.Source> sources = sources(captures);
        List<EvaluationRow> rows = new ArrayList<>();
        for (Variable each : Variable.all()) {
            if (model.tables().table(each).isPresent()) {
                PeriodClassifier without = PeriodClassifier.of(new Inference(model.tables(), Set.of(each)), threshold);
                rows.add(row("without %s: attacks right".formatted(each.word()), right(attacks, without), null));
                rows.add(row("without %s: normal sources reported".formatted(each.word()), reported(sources, without),
                        null));
            }
        }
        return new EvaluationTable("leaves", "The bundled model without each leaf", rows);
    }

    private static double right(List<JudgedCapture.Row> attacks, PeriodClassifier classifier) {
        long right = attacks.stream().filter(row -> row.classify(classifier).equals(Optional.of(row.truth()))).count();
        return attacks.isEmpty() ? 0 : (double) right / attacks.size();
    }

    private static double reported(List<JudgedCapture.Source> sources, PeriodClassifier classifier) {
        return sources.stream().filter(source -> source.periods().stream().anyMatch(classifier::reports)).count();
    }

    private static EvaluationRow row(String name, double ours, @Nullable Expectation must) {
        return new EvaluationRow(name, null, Spread.of(ours), must);
    }
}
