package org.sipsleuth.view.dialogs.table.query;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sipsleuth.dialog.Concealed;
import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.dialog.field.FieldReader;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.Mark;
import org.sipsleuth.finding.NetworkMark;
import org.sipsleuth.finding.VerdictText;
import org.sipsleuth.incident.Stage;
import org.sipsleuth.sentence.Severity;
import org.sipsleuth.view.ui.StageStyle;
import org.sipsleuth.view.ui.Texts;
import org.sipsleuth.view.ui.TruthWords;

/// A column of something that only the window knows of a dialog.
public enum OwnColumn implements DialogColumn {
    /// The outcome as an icon.
    MARK(Kind.NUMBER, 34),
    /// Whether it is known or unknown, as a shape; where a model that fits the capture says so.
    KNOWN(Kind.NUMBER, 44),
    /// What the dialog is, where that is known and asked for.
    TRUTH(Kind.TEXT, 164),
    /// The analyst's mark.
    NOTE(Kind.NUMBER, 58),
    /// The analyst's tags.
    TAGS(Kind.TEXT, 110),
    /// The analyst's comment.
    COMMENT(Kind.TEXT, 180),
    /// How many legs its call has, if several.
    LEGS(Kind.NUMBER, 54),
    /// The call that it is a leg of, if that has several.
    CALL(Kind.NUMBER, 210),
    /// The stage of an incident that it is part of.
    INCIDENT(Kind.TEXT, 112),
    /// What went wrong in it: the most severe of its problems.
    PROBLEM(Kind.NUMBER, 240),
    /// How severe that is.
    PROBLEM_SEVERITY(Kind.NUMBER, 80),
    /// How grave the gravest finding is.
    FINDING(Kind.NUMBER, 80),
    /// How many findings there are.
    FINDINGS(Kind.NUMBER, 66),
    /// What the findings take the dialog for.
    FINDING_CLASS(Kind.TEXT, 130),
    /// What the findings say.
    FINDING_TITLE(Kind.TEXT, 260),
    /// The methods that found something.
    FINDING_DETECTOR(Kind.TEXT, 100),
    /// What the network of the laboratory says about it, as a sign.
    NETWORK(Kind.NUMBER, 44),
    /// The maximum output of the network in use.
    MAXIMUM(Kind.NUMBER, 84),
    /// The skewness of its outputs.
    SKEWNESS(Kind.NUMBER, 84),
    /// The kurtosis of its outputs.
    KURTOSIS(Kind.NUMBER, 84);

    private static final int DIGITS = 6;

    /// For the longer words of stages: Enumerate, Take over.
    private static final double LEAST_STAGE = 90;

    private static final List<Severity> SEVERITIES = List.of(Severity.values());

    private final Kind kind;
    private final double width;

    OwnColumn(Kind kind, double width) {
        this.kind = kind;
        this.width = width;
    }

    @Override
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public double width() {
        return width;
    }

    @Override
    public double leastWidth() {
        if (this == PROBLEM) {
            return width; // others give way to it, but to the outcome
        }
        return this == INCIDENT ? LEAST_STAGE : DialogColumn.super.leastWidth();
    }

    @Override
    public boolean isElastic() {
        return this == COMMENT || this == CALL || this == FINDING_TITLE || this == INCIDENT || this == PROBLEM;
    }

    @Override
    public boolean isNumeric() {
        return this == LEGS
                || this == FINDINGS
                || this == MAXIMUM
                || this == SKEWNESS
                || this == KURTOSIS;
    }

    @Override
    public String title() {
        return Texts.text("dialogs.column." + textKey());
    }

    @Override
    public String head() {
        return Texts.text("dialogs.head." + textKey());
    }

    @Override
    public String description() {
        if (this == KNOWN) {
            return VerdictText.ofMark().text();
        }
        return this == NETWORK ? VerdictText.ofNetwork().text() : Texts.text("dialogs.about." + textKey());
    }

    @Override
    public Optional<Concealed> states() {
        return switch (this) {
            case TRUTH -> Optional.of(Concealed.TRUTH);
            case KNOWN, NETWORK, MAXIMUM, SKEWNESS, KURTOSIS, FINDING, FINDINGS, FINDING_CLASS, FINDING_TITLE, FINDING_DETECTOR, INCIDENT, PROBLEM, PROBLEM_SEVERITY ->
                    Optional.of(Concealed.FINDINGS);
            case MARK, NOTE, TAGS, COMMENT, LEGS, CALL -> Optional.empty();
        };
    }

    private String textKey() {
        return key().replace('_', '.');
    }

    /// Whether its values are the same for the dialogs of one index, whatever else is known now.
    boolean isSame(Listed before, Listed now) {
        return switch (this) {
            case MARK -> true;
            case TRUTH -> before.truth().equals(now.truth());
            case NOTE, TAGS, COMMENT -> before.notes().equals(now.notes());
            case LEGS, CALL -> before.legs().equals(now.legs());
            case KNOWN, NETWORK, MAXIMUM, SKEWNESS, KURTOSIS -> before.marks().equals(now.marks());
            case FINDING, FINDINGS, FINDING_CLASS, FINDING_TITLE, FINDING_DETECTOR ->
                    before.findings().equals(now.findings());
            case INCIDENT -> before.incidents().equals(now.incidents());
            case PROBLEM, PROBLEM_SEVERITY -> before.problems().equals(now.problems());
        };
    }

    @Override
    public long order(ColumnReader reader, int dialog) {
        return switch (this) {
            case MARK -> reader.outcomeOrder(dialog);
            case KNOWN -> (long) reader.marks().order(dialog);
            case NETWORK -> (long) reader.marks().networkOrder(dialog);
            case NOTE ->
                    reader.note(dialog)
                            .mark()
                            .map(
                                    mark ->
                                            (long)
                                                    mark.compareTo(
                                                            mark.getDeclaringClass()
                                                                    .getEnumConstants()[0]))
                            .orElse(FieldReader.ABSENT);
            case LEGS ->
                    reader.call(dialog)
                            .map(call -> (long) reader.legs(call).size())
                            .orElse(FieldReader.ABSENT);
            case CALL -> reader.call(dialog).map(Integer::longValue).orElse(FieldReader.ABSENT);
            case FINDING ->
                    reader.findings()
                            .gravest(dialog)
                            .map(grave -> -1L - SEVERITIES.indexOf(grave))
                            .orElse(FieldReader.ABSENT);
            case PROBLEM ->
                    reader.problem(dialog)
                            .map(problem -> (long) reader.listed().problems().place(problem))
                            .orElse(FieldReader.ABSENT);
            case PROBLEM_SEVERITY ->
                    reader.problem(dialog)
                            .map(problem -> -1L - SEVERITIES.indexOf(problem.severity()))
                            .orElse(FieldReader.ABSENT);
            case FINDINGS -> {
                int count = reader.findings().of(dialog).size();
                yield count == 0 ? FieldReader.ABSENT : count;
            }
            case MAXIMUM, SKEWNESS, KURTOSIS ->
                    score(reader, dialog).map(OwnColumn::ordered).orElse(FieldReader.ABSENT);
            case TRUTH, TAGS, COMMENT, INCIDENT, FINDING_CLASS, FINDING_TITLE, FINDING_DETECTOR ->
                    FieldReader.ABSENT;
        };
    }

    @Override
    public String words(ColumnReader reader, int dialog) {
        return switch (this) {
            case MARK -> reader.outcome(dialog).text();
            case KNOWN -> reader.marks().of(dialog).map(Mark::word).orElse("");
            case NETWORK -> reader.marks().network(dialog).map(NetworkMark::word).orElse("");
            case TRUTH ->
                    reader.listed()
                            .truth()
                            .flatMap(truth -> truth.ofDialog(dialog))
                            .map(TruthWords::of)
                            .orElse("");
            case NOTE -> reader.note(dialog).mark().map(Enum::name).orElse("");
            case TAGS -> String.join(", ", reader.note(dialog).tags());
            case COMMENT -> reader.note(dialog).comment();
            case LEGS ->
                    reader.call(dialog)
                            .map(call -> Integer.toString(reader.legs(call).size()))
                            .orElse("");
            case CALL -> reader.call(dialog).map(call -> callName(reader, call)).orElse("");
            case INCIDENT ->
                    reader.stage(dialog).map(stage -> word(reader, dialog, stage)).orElse("");
            case PROBLEM -> reader.problem(dialog).map(problem -> problem.title().text()).orElse("");
            case PROBLEM_SEVERITY ->
                    reader.problem(dialog).map(problem -> problem.severity().word()).orElse("");
            case FINDING -> reader.findings().gravest(dialog).map(Severity::word).orElse("");
            case FINDINGS -> {
                int count = reader.findings().of(dialog).size();
                yield count == 0 ? "" : Integer.toString(count);
            }
            case FINDING_CLASS -> words(reader, dialog, finding -> finding.statement().kind());
            case FINDING_TITLE -> words(reader, dialog, finding -> finding.statement().title().text());
            case FINDING_DETECTOR -> words(reader, dialog, finding -> finding.origin().detector());
            case MAXIMUM, SKEWNESS, KURTOSIS ->
                    score(reader, dialog)
                            .map(value -> String.format(Locale.ROOT, "%." + DIGITS + "f", value))
                            .orElse("");
        };
    }

    private static String word(ColumnReader reader, int dialog, Stage stage) {
        List<IncidentKind> kinds =
                reader.incident(dialog).stream()
                        .flatMap(incident -> incident.stages().stream())
                        .map(Stage::kind)
                        .toList();
        return StageStyle.word(stage, kinds);
    }

    private static String words(ColumnReader reader, int dialog, Function<Finding, String> word) {
        return reader.findings().of(dialog).stream()
                .map(word)
                .distinct()
                .collect(Collectors.joining("; "));
    }

    /// A call is named by its number and the first of its legs.
    private static String callName(ColumnReader reader, int call) {
        DialogTable dialogs = reader.listed().index().dialogs();
        int first = reader.legs(call).getFirst();
        return Texts.text(
                "dialogs.call.name",
                Integer.toString(call + 1),
                dialogs.caller(first),
                dialogs.callee(first));
    }

    private Optional<Double> score(ColumnReader reader, int dialog) {
        return reader.marks().number("dialog." + key(), dialog);
    }

    /// A number that is ordered as the value is.
    private static long ordered(double value) {
        long bits = Double.doubleToLongBits(value);
        return bits ^ ((bits >> (Long.SIZE - 1)) & Long.MAX_VALUE);
    }
}
