package org.sipsleuth.app.command.evaluate;

import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.sipsleuth.evaluation.EvaluationCost;
import org.sipsleuth.report.output.HumanText;

/// Lines about how far an evaluation has come, each with the time since its begin.
public final class EvaluationNews implements Consumer<String> {

    private final EvaluationCost cost;
    private final LongSupplier nanos;
    private final Consumer<String> lines;
    private final long start;

    /// @param nanos a clock
    /// @param lines receives the lines
    public EvaluationNews(EvaluationCost cost, LongSupplier nanos, Consumer<String> lines) {
        this.cost = cost;
        this.nanos = nanos;
        this.lines = lines;
        start = nanos.getAsLong();
    }

    /// States how long it takes.
    public void begin() {
        lines.accept(cost.time()
                .map(time -> "takes about %s on two idle cores".formatted(HumanText.duration(time.toNanos())))
                .orElse("how long it takes depends on the captures"));
    }

    @Override
    public void accept(String line) {
        lines.accept("%s: %s".formatted(HumanText.duration(nanos.getAsLong() - start), line));
    }
}
