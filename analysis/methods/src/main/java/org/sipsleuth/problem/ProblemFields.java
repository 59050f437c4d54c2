package org.sipsleuth.problem;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sipsleuth.filter.field.DynamicField;
import org.sipsleuth.filter.field.FieldKind;
import org.sipsleuth.finding.Severity;

/// The problems that a dialog has a part in. Where there are several, each field has a value of each.
final class ProblemFields {

    private static final String PREFIX = "problem.";

    /// More words are not proposed.
    private static final int MOST = 100;

    private static final List<String> SEVERITIES = Arrays.stream(Severity.values()).map(Severity::word).toList();

    private final Optional<ProblemDetection> detection;

    private ProblemFields(Optional<ProblemDetection> detection) {
        this.detection = detection;
    }

    /// The fields with the values of a detection; without values where there is none.
    static List<DynamicField> of(Optional<ProblemDetection> detection) {
        ProblemFields fields = new ProblemFields(detection);
        return List.of(
                fields.text("kind", "Kind of a problem that its dialog has: no_ack", fields.words(Problem::kind),
                        Problem::kind),
                fields.text("severity", "Severity of a problem that its dialog has", SEVERITIES,
                        each -> each.severity().word()),
                fields.text("title", "Title of a problem that its dialog has",
                        fields.words(each -> each.title().text()), each -> each.title().text()));
    }

    private DynamicField text(String name, String description, List<String> choices, Function<Problem, String> word) {
        return DynamicField.of(PREFIX + name, FieldKind.TEXT, description, choices,
                (index, dialog, values) -> detection.filter(its -> its.isOf(index))
                        .stream()
                        .flatMap(its -> its.list().problems(dialog).stream())
                        .map(word)
                        .distinct()
                        .forEach(values::text));
    }

    private List<String> words(Function<Problem, String> word) {
        return detection.stream()
                .flatMap(its -> its.list().problems().stream())
                .map(word)
                .flatMap(Stream::ofNullable)
                .distinct()
                .limit(MOST)
                .toList();
    }
}
