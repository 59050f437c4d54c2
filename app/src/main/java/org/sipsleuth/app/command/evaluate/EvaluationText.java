package org.sipsleuth.app.command.evaluate;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.evaluation.AttackScore;
import org.sipsleuth.evaluation.Evaluation;
import org.sipsleuth.evaluation.EvaluationRow;
import org.sipsleuth.evaluation.EvaluationTable;
import org.sipsleuth.evaluation.Expectation;
import org.sipsleuth.evaluation.FalseIncident;
import org.sipsleuth.evaluation.IncidentScores;
import org.sipsleuth.evaluation.Spread;
import org.sipsleuth.report.output.HumanText;
import org.sipsleuth.run.FaultSink;

/// An evaluation as tables for people.
public final class EvaluationText {

    private static final String ATTACK = "  %-34s %-4s %-24s %-10s %9s %-4s %-6s %-6s %-7s %-9s %-9s %9s%n";
    private static final String FAILED = "  " + FaultSink.FAILED + System.lineSeparator();
    private static final double LARGE = 100;
    private static final int MOST_OF_NAME = 34;

    private EvaluationText() {}

    /// Writes all of it.
    ///
    /// @param faults takes those of single rows
    public static void write(Evaluation evaluation, Writer out, FaultSink faults) throws IOException {
        Map<String, Long> sizes = evaluation.corpus().sizes();
        out.write(String.format(Locale.ROOT, "%s: %s, seed %d (%s); took %s%n", evaluation.method(),
                evaluation.corpus().scenario(), evaluation.corpus().seed(),
                sizes.entrySet()
                        .stream()
                        .map(size -> String.format(Locale.ROOT, "%,d %s", size.getValue(), size.getKey()))
                        .collect(Collectors.joining(", ")),
                HumanText.duration(evaluation.took().toNanos())));
        for (EvaluationTable table : evaluation.tables()) {
            String kind = table.id().startsWith("Fig") ? "" : "Table ";
            out.write("%n%s%s: %s%n".formatted(kind, table.id(), table.title()));
            Columns columns = Columns.of(table);
            out.write(columns.line("", "paper", "ours", "least … most", "must", "met", "simplest", "best"));
            for (EvaluationRow row : table.rows()) {
                out.write(faults.contain("row", FAILED, () -> row(columns, row)));
            }
        }
        if (evaluation.incidents().isPresent()) {
            incidents(evaluation.incidents().get(), out, faults);
        }
        out.flush();
    }

    /// Which columns a table needs: those that any of its rows has a value for.
    private record Columns(boolean hasPaper, boolean hasRange, boolean hasSimplest, boolean hasBest) {

        static Columns of(EvaluationTable table) {
            return new Columns(table.rows().stream().anyMatch(row -> row.paper() != null),
                    table.rows().stream().anyMatch(row -> isRange(row.ours())),
                    table.rows().stream().anyMatch(row -> row.simplest() != null),
                    table.rows().stream().anyMatch(row -> row.best() != null));
        }

        String line(String name, String paper, String ours, String range, String must, String met, String simplest,
                String best) {
            String line = "  %-62s".formatted(name) + (hasPaper ? " %12s".formatted(paper) : "")
                    + " %12s".formatted(ours) + (hasRange ? " %23s".formatted(range) : "")
                    + " %12s  %-4s".formatted(must, met) + (hasSimplest ? " %10s".formatted(simplest) : "")
                    + (hasBest ? " %10s".formatted(best) : "");
            return line.stripTrailing() + System.lineSeparator();
        }
    }

    private static boolean isRange(Spread spread) {
        return spread.least() < spread.most();
    }

    private static void incidents(IncidentScores scores, Writer out, FaultSink faults) throws IOException {
        if (!scores.attacks().isEmpty()) {
            out.write(String.format("%nAttacks, rules and models joined%n"));
            out.write(ATTACK.formatted("", "id", "kind", "outcome", "incidents", "kind", "actors", "victim", "outcome",
                    "severity", "", "delay, s"));
        }
        for (AttackScore score : scores.attacks()) {
            out.write(faults.contain("row", FAILED, () -> attack(score)));
        }
        if (!scores.falseIncidents().isEmpty()) {
            out.write(String.format("%nFalse incidents%n"));
        }
        for (FalseIncident each : scores.falseIncidents()) {
            out.write(faults.contain("row", FAILED, () -> String.format(Locale.ROOT, "  %-34s %-8s %.2f  %s%n",
                    file(each.file()), each.severity().word(), each.confidence(), each.title())));
        }
    }

    private static String attack(AttackScore score) {
        return ATTACK.formatted(file(score.file()), score.attack().attack().id(), score.kind().word(),
                score.outcome().text(), score.incidents(), met(score.hasKind()), met(score.hasActors()),
                met(score.hasVictims()), met(score.hasOutcome()), met(score.hasSeverity()),
                score.isCovered() ? score.severity().word() : "",
                score.delaySeconds().isPresent()
                        ? String.format(Locale.ROOT, "%.1f", score.delaySeconds().getAsDouble())
                        : "");
    }

    /// The end of a file's name, which differs most.
    private static String file(String name) {
        return name.length() <= MOST_OF_NAME ? name : "…" + name.substring(name.length() - MOST_OF_NAME + 1);
    }

    private static String row(Columns columns, EvaluationRow row) {
        Spread ours = row.ours();
        Expectation must = row.must();
        return columns.line(row.name(), row.paper() == null ? "" : number(row.paper()), number(ours.mean()),
                isRange(ours) ? number(ours.least()) + " … " + number(ours.most()) : "", must == null ? "" : must(must),
                met(row.met()), row.simplest() == null ? "" : number(row.simplest()),
                row.best() == null ? "" : number(row.best()));
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
