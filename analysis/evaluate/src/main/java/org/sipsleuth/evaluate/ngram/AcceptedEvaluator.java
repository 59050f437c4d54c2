package org.sipsleuth.evaluate.ngram;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.sipsleuth.evaluation.Corpus;
import org.sipsleuth.evaluation.Evaluation;
import org.sipsleuth.evaluation.EvaluationCost;
import org.sipsleuth.evaluation.EvaluationRequest;
import org.sipsleuth.evaluation.EvaluationTable;
import org.sipsleuth.evaluation.Evaluator;
import org.sipsleuth.evaluation.PlayedSeeds;
import org.sipsleuth.run.RunMonitor;

/// Measures how many broken messages that parser and conformance accept are found beside them: on
/// as many simulated captures as splits are asked for, and on recorded ones.
public final class AcceptedEvaluator implements Evaluator {

    /// Some 110 of 2,200 broken messages are accepted.
    private static final Map<String, String> SIZE = Map.of("normal-dialogs", "1800", "mutated-dialogs", "2400");

    @Override
    public String method() {
        return "ngram-accepted";
    }

    @Override
    public List<PlayedSeeds> seeds(EvaluationRequest request) {
        return List.of(captures(request));
    }

    private static PlayedSeeds captures(EvaluationRequest request) {
        return new PlayedSeeds(PlayedSeeds.Purpose.DIVIDED, request.seed(), request.splits());
    }

    @Override
    public EvaluationCost cost(EvaluationRequest request) {
        return EvaluationCost.of(Duration.ofSeconds(5L * request.splits()), 1_024);
    }

    @Override
    public Evaluation evaluate(EvaluationRequest request, RunMonitor monitor, Consumer<String> news)
            throws IOException {
        long start = System.nanoTime();
        List<AcceptedMessages> simulated = new ArrayList<>();
        PlayedSeeds played = captures(request);
        for (long place = 0; place < played.count(); place++) {
            long seed = played.at(place);
            news.accept("simulating " + seed);
            simulated.add(AcceptedMessages.ofSimulated(SimulatedMessages.of("mutations", seed, SIZE, monitor), seed));
        }
        List<EvaluationTable> tables = new ArrayList<>();
        tables.add(table("simulated", "Simulated", simulated, monitor));
        if (!request.traffic().isEmpty()) {
            news.accept("recorded");
            AcceptedMessages recorded = AcceptedMessages.ofRecorded(
                    SimulatedMessages.recorded(request.traffic(), request.reading(), monitor), request.seed());
            tables.add(table("recorded", "Recorded", List.of(recorded), monitor));
            List<AcceptedMessages> all = new ArrayList<>(simulated);
            all.add(recorded);
            tables.add(table("together", "Simulated and recorded", all, monitor));
        }
        Map<String, Long> sizes = new LinkedHashMap<>();
        sizes.put("simulated captures", (long) simulated.size());
        sizes.put("recorded captures", (long) request.traffic().size());
        return new Evaluation(method(), new Corpus("mutations", request.seed(), sizes),
                Duration.ofNanos(System.nanoTime() - start), tables, List.of());
    }

    private static EvaluationTable table(String id, String which, List<AcceptedMessages> captures, RunMonitor monitor) {
        return new AcceptedTable(id,
                which + " messages that parser and conformance accept; 95 % intervals of the shares; simplest: length",
                captures, monitor).table();
    }
}
