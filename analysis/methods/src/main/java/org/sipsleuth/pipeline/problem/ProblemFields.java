package org.sipsleuth.pipeline.problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.filter.field.DynamicField;
import org.sipsleuth.filter.field.FieldKind;
import org.sipsleuth.problem.CallClass;
import org.sipsleuth.problem.CallOutcomes;
import org.sipsleuth.problem.Problem;
import org.sipsleuth.sentence.Severity;

/// The problems that a dialog has a part in, the most severe first, and what its calls were. Where
/// there are several, each field has a value of each.
final class ProblemFields {

    private static final String PREFIX = "problem.";

    /// More words are not proposed.
    private static final int MOST = 100;

    private static final List<String> SEVERITIES = Arrays.stream(Severity.values()).map(Severity::word).toList();

    private static final List<String> CLASSES = Arrays.stream(CallClass.values()).map(CallClass::word).toList();

    private final Optional<ProblemDetection> detection;

    private volatile @Nullable Map<Integer, List<String>> classes;

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
                fields.call(), fields.text("title", "Title of a problem that its dialog has",
                        fields.words(each -> each.title().text()), each -> each.title().text()));
    }

    /// By dialog; computed when somebody asks.
    private Map<Integer, List<String>> classes() {
        Map<Integer, List<String>> known = classes;
        if (known == null) {
            known = new HashMap<>();
            for (CallOutcomes.Call call : detection.map(found -> found.list().calls().each()).orElse(List.of())) {
                known.computeIfAbsent(call.dialog(), _ -> new ArrayList<>()).add(call.ofClass().word());
            }
            classes = known;
        }
        return known;
    }

    private DynamicField text(String name, String description, List<String> choices, Function<Problem, String> word) {
        return DynamicField.of(PREFIX + name, FieldKind.TEXT, description, choices,
                (index, dialog, values) -> detection.filter(found -> found.isOf(index))
                        .stream()
                        .flatMap(found -> found.list().all(dialog).stream())
                        .map(word)
                        .distinct()
                        .forEach(values::text));
    }

    /// What the calls were, as the overview counts them.
    private DynamicField call() {
        return DynamicField.of(PREFIX + "call", FieldKind.TEXT,
                "What the call was for those who called: failed, troubled if answered and dropped or disturbed",
                CLASSES,
                (index, dialog, values) -> detection.filter(found -> found.isOf(index))
                        .stream()
                        .flatMap(_ -> classes().getOrDefault(dialog, List.of()).stream())
                        .distinct()
                        .forEach(values::text));
    }

    private List<String> words(Function<Problem, String> word) {
        return detection.stream()
                .flatMap(found -> found.list().all().stream())
                .map(word)
                .flatMap(Stream::ofNullable)
                .distinct()
                .limit(MOST)
                .toList();
    }
}
