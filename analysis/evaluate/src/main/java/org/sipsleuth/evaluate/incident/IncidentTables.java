package org.sipsleuth.evaluate.incident;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.evaluation.AttackScore;
import org.sipsleuth.evaluation.EvaluationRow;
import org.sipsleuth.evaluation.EvaluationTable;
import org.sipsleuth.evaluation.Expectation;
import org.sipsleuth.evaluation.FalseIncident;
import org.sipsleuth.evaluation.Interval;
import org.sipsleuth.evaluation.PaperFigure;
import org.sipsleuth.evaluation.Spread;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.sentence.Severity;

/// The figures of one configuration over all captures, beside those of *always normal*: to report
/// nothing at all.
final class IncidentTables {

    private static final double HOURS_OF_A_DAY = 24;
    private static final double SECONDS_OF_AN_HOUR = 3_600;
    private static final double NOTHING = 0;

    /// Thresholds of the confidence.
    private static final double[] CONFIDENCES = {0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95};

    /// Above every confidence.
    private static final double CERTAIN = 1.01;

    private final String id;
    private final String name;
    private final List<CaptureScore> captures;
    private final List<AttackScore> attacks;
    private final long seed;

    /// @param id for programs: `joined`
    /// @param name for people: `Both joined`
    IncidentTables(String id, String name, List<CaptureScore> captures, long seed) {
        this.id = id;
        this.name = name;
        this.captures = List.copyOf(captures);
        this.attacks = captures.stream().flatMap(each -> each.attacks().stream()).toList();
        this.seed = seed;
    }

    /// All tables that the captures have figures for.
    List<EvaluationTable> tables() {
        List<EvaluationTable> tables = new ArrayList<>();
        if (!attacks.isEmpty()) {
            tables.add(table("attacks", "attacks of the ground truth", attackRows()));
            tables.add(table("kinds", "attacks reported rightly, by kind", kindRows()));
        }
        tables.add(table("noise", "false incidents", noiseRows()));
        if (!attacks.isEmpty()) {
            tables.add(table("curve", "precision and recall by confidence, 95 % intervals over captures", curveRows()));
        }
        return tables;
    }

    /// How many of the incidents that state a confidence are right, each for kind, actors and
    /// outcome: whether it means what it states. What is about odd dialogs, which are no attack,
    /// does not count.
    List<EvaluationTable> confidence() {
        return List.of(
                table("confidence", "incidents of the right kind, by stated confidence",
                        bandRows(claim -> Optional.of(claim.kind()))),
                table("confidence-actor", "incidents with the right actors, by stated confidence",
                        bandRows(claim -> Optional.of(claim.actor()))),
                table("confidence-outcome", "incidents with the right outcome, by stated confidence",
                        bandRows(CaptureScore.JudgedClaim::outcome)));
    }

    private List<EvaluationRow> bandRows(Function<CaptureScore.JudgedClaim, Optional<CaptureScore.Judged>> which) {
        List<EvaluationRow> rows = new ArrayList<>();
        for (int band = 0; band < CONFIDENCES.length; band++) {
            double from = CONFIDENCES[band];
            boolean isLast = band == CONFIDENCES.length - 1;
            double to = isLast ? CERTAIN : CONFIDENCES[band + 1];
            List<CaptureScore.Judged> its = captures.stream()
                    .flatMap(each -> each.claims().stream())
                    .filter(claim -> claim.isFalse() || !claim.covered().isEmpty())
                    .flatMap(claim -> which.apply(claim).stream())
                    .filter(claim -> claim.confidence() >= from && claim.confidence() < to)
                    .toList();
            if (!its.isEmpty()) {
                String name = String.format(Locale.ROOT, "%.2f to %.2f", from, Math.min(1, to));
                double[] stated = its.stream().mapToDouble(CaptureScore.Judged::confidence).sorted().toArray();
                long right = its.stream().filter(CaptureScore.Judged::isRight).count();
                rows.add(row(name + ": incidents", its.size(), null, null));
                rows.add(new EvaluationRow(name + ": stated confidence", null, Spread.of(stated), null));
                rows.add(new EvaluationRow(name + ": right, 95 % interval", null, Interval.ofShare(right, its.size()),
                        null));
            }
        }
        return rows;
    }

    private EvaluationTable table(String suffix, String title, List<EvaluationRow> rows) {
        return new EvaluationTable(id + "-" + suffix, name + ": " + title, rows);
    }

    private List<EvaluationRow> attackRows() {
        List<EvaluationRow> rows = new ArrayList<>();
        rows.add(row("attacks", attacks.size(), null, null));
        rows.add(share("covered by an incident", AttackScore::isCovered, null));
        rows.add(share("covered by exactly one incident", score -> score.incidents() == 1, null));
        rows.add(share("kind right", AttackScore::hasKind, null));
        rows.add(share("actors right", AttackScore::hasActors, null));
        rows.add(share("victim right", AttackScore::hasVictims, null));
        rows.add(share("severity at least the table's", AttackScore::hasSeverity, null));
        rows.add(share("exactly one, with kind, actors, victim and severity", AttackScore::isRight,
                Expectation.atLeast(0.95)));
        rows.add(share("outcome right", AttackScore::hasOutcome, Expectation.atLeast(0.9)));
        rows.add(share("of these unknown where nothing came of it", AttackScore::isUndecided, null));
        List<AttackScore> forged = attacks.stream().filter(score -> score.attack().attack().forged()).toList();
        if (!forged.isEmpty()) {
            double right = forged.stream().filter(score -> !score.isCovered() || score.hasActors()).count();
            rows.add(row("forged addresses: nobody accused", right / forged.size(), 1.0, Expectation.exactly(1)));
        }
        double[] delays = attacks.stream().flatMapToDouble(score -> score.delaySeconds().stream()).sorted().toArray();
        if (delays.length > 0) {
            rows.add(row("median delay, s", delays[delays.length / 2], null, null));
        }
        return rows;
    }

    private EvaluationRow share(String what, Predicate<AttackScore> isRight, @Nullable Expectation must) {
        return new EvaluationRow(what, null, Spread.of(share(attacks, isRight)), must, NOTHING);
    }

    private static double share(List<AttackScore> attacks, Predicate<AttackScore> isRight) {
        double right = attacks.stream().filter(isRight).count();
        return right / attacks.size();
    }

    private List<EvaluationRow> kindRows() {
        Map<IncidentKind, List<AttackScore>> byKind = new EnumMap<>(IncidentKind.class);
        for (AttackScore attack : attacks) {
            byKind.computeIfAbsent(attack.kind(), _ -> new ArrayList<>()).add(attack);
        }
        List<EvaluationRow> rows = new ArrayList<>();
        byKind.forEach((kind, its) -> rows.add(
                row("%s (%d)".formatted(kind.word(), its.size()), share(its, AttackScore::isRight), NOTHING, null)));
        return rows;
    }

    private List<EvaluationRow> noiseRows() {
        List<EvaluationRow> rows = new ArrayList<>();
        double hours = captures.stream().mapToDouble(CaptureScore::seconds).sum() / SECONDS_OF_AN_HOUR;
        rows.add(row("captures", captures.size(), null, null));
        rows.add(row("hours", hours, null, null));
        List<FalseIncident> all = captures.stream().flatMap(each -> each.falseIncidents().stream()).toList();
        double days = hours / HOURS_OF_A_DAY;
        for (Severity severity : Severity.values()) {
            double count = all.stream().filter(incident -> incident.severity() == severity).count();
            rows.add(row("false, " + severity.word(), count, NOTHING, null));
            if (days > 0) {
                rows.add(row("false, " + severity.word() + ", per 24 h", count / days, NOTHING, null));
            }
        }
        double above = all.stream().filter(incident -> isAboveLow(incident.severity())).count();
        if (days > 0) {
            rows.add(row("false above low, per 24 h", above / days, NOTHING, Expectation.atMost(1)));
        }
        List<CaptureScore> clean = captures.stream().filter(CaptureScore::isClean).toList();
        if (!clean.isEmpty()) {
            double any = clean.stream().filter(capture -> !capture.claims().isEmpty()).count();
            double grave = clean.stream().filter(capture -> capture.hasAbove(Severity.LOW)).count();
            rows.add(row("captures without attack", clean.size(), null, null));
            rows.add(row("of these with any incident", any / clean.size(), NOTHING, Expectation.atMost(0.2)));
            rows.add(row("of these with an incident above low", grave / clean.size(), NOTHING,
                    Expectation.atMost(0.05)));
        }
        return rows;
    }

    private static boolean isAboveLow(Severity severity) {
        return severity.compareTo(Severity.LOW) > 0;
    }

    private List<EvaluationRow> curveRows() {
        List<EvaluationRow> rows = new ArrayList<>();
        for (double least : CONFIDENCES) {
            Spread precision = Interval.of(captures, seed, some -> precision(some, least));
            Spread recall = Interval.of(captures, seed, some -> recall(some, least));
            String from = String.format(Locale.ROOT, "confidence >= %.2f: ", least);
            if (!Double.isNaN(precision.mean())) {
                rows.add(new EvaluationRow(from + "precision", null, precision, null, null));
            }
            rows.add(new EvaluationRow(from + "recall", null, recall, null, NOTHING));
        }
        return rows;
    }

    /// Precision over recall, a point for each confidence.
    PaperFigure figure() {
        List<PaperFigure.Point> points = new ArrayList<>();
        captures.stream()
                .flatMap(each -> each.claims().stream())
                .mapToDouble(CaptureScore.JudgedClaim::confidence)
                .distinct()
                .sorted()
                .forEach(least -> points
                        .add(new PaperFigure.Point(recall(captures, least), precision(captures, least))));
        return new PaperFigure("incidents-" + id, name + ": precision and recall of incidents", "recall", "precision",
                List.of(new PaperFigure.Series(name, PaperFigure.Kind.LINES, points)));
    }

    /// The share of claims that are not false; NaN without a claim.
    private static double precision(List<CaptureScore> captures, double leastConfidence) {
        List<CaptureScore.JudgedClaim> claims = captures.stream()
                .flatMap(each -> each.claims().stream())
                .filter(claim -> claim.confidence() >= leastConfidence)
                .toList();
        double right = claims.stream().filter(claim -> !claim.isFalse()).count();
        return claims.isEmpty() ? Double.NaN : right / claims.size();
    }

    /// The share of attacks that are covered; NaN without an attack.
    private static double recall(List<CaptureScore> captures, double leastConfidence) {
        int attacks = 0;
        int covered = 0;
        for (CaptureScore capture : captures) {
            Set<Integer> its = new HashSet<>();
            capture.claims()
                    .stream()
                    .filter(claim -> claim.confidence() >= leastConfidence)
                    .forEach(claim -> its.addAll(claim.covered()));
            attacks += capture.attacks().size();
            covered += its.size();
        }
        return attacks == 0 ? Double.NaN : (double) covered / attacks;
    }

    private static EvaluationRow row(String what, double ours, @Nullable Double simplest, @Nullable Expectation must) {
        return new EvaluationRow(what, null, Spread.of(ours), must, simplest);
    }
}
