package org.sipsleuth.app.command.evaluate;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.evaluate.Evaluation;
import org.sipsleuth.evaluate.EvaluationRow;
import org.sipsleuth.evaluate.EvaluationTable;
import org.sipsleuth.evaluate.Expectation;
import org.sipsleuth.evaluate.Spread;
import org.sipsleuth.report.output.HumanText;

/// An evaluation as tables for people.
public final class EvaluationText {

    private static final String ROW = "  %-62s %12s %12s %23s %12s  %s%n";
    private static final double LARGE = 100;

    private EvaluationText() {}

    /// Writes all of it.
    public static void write(Evaluation evaluation, Writer out) throws IOException {
        Map<String, Long> sizes = evaluation.corpus().sizes();
        out.write(
                String.format(
                        Locale.ROOT,
                        "%s: %s, seed %d (%s); took %s%n",
                        evaluation.method(),
                        evaluation.corpus().scenario(),
                        evaluation.corpus().seed(),
                        sizes.entrySet().stream()
                                .map(
                                        size ->
                                                String.format(
                                                        Locale.ROOT,
                                                        "%,d %s",
                                                        size.getValue(),
                                                        size.getKey()))
                                .collect(Collectors.joining(", ")),
                        HumanText.duration(evaluation.took().toNanos())));
        for (EvaluationTable table : evaluation.tables()) {
            String kind = table.id().startsWith("Fig") ? "" : "Table ";
            out.write("%n%s%s: %s%n".formatted(kind, table.id(), table.title()));
            out.write(ROW.formatted("", "paper", "ours", "least … most", "must", "met"));
            for (EvaluationRow row : table.rows()) {
                row(out, row);
            }
        }
        out.flush();
    }

    private static void row(Writer out, EvaluationRow row) throws IOException {
        Spread ours = row.ours();
        Expectation must = row.must();
        String range =
                ours.least() < ours.most()
                        ? number(ours.least()) + " … " + number(ours.most())
                        : "";
        out.write(
                ROW.formatted(
                        row.name(),
                        row.paper() == null ? "" : number(row.paper()),
                        number(ours.mean()),
                        range,
                        must == null ? "" : must(must),
                        met(row.met())));
    }

    private static String met(@Nullable Boolean met) {
        if (met == null) {
            return "";
        }
        return met ? "yes" : "NO";
    }

    /// What a figure must be: `>= 0.97`.
    static String must(Expectation must) {
        return must.relation().sign() + " " + number(must.value());
    }

    private static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < Integer.MAX_VALUE) {
            return String.format(Locale.ROOT, "%.0f", value);
        }
        return String.format(Locale.ROOT, Math.abs(value) >= LARGE ? "%.1f" : "%.6f", value);
    }
}
