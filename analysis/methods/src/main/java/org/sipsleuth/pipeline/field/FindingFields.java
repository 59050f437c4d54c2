package org.sipsleuth.pipeline.field;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sipsleuth.filter.field.DynamicField;
import org.sipsleuth.filter.field.FieldKind;
import org.sipsleuth.filter.field.Values;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.sentence.Severity;

/// What was found of a dialog. Where several findings rest on one, each field has a value of each,
/// the gravest finding's first.
public final class FindingFields {

    /// What the names of all of them begin with.
    public static final String PREFIX = "finding.";

    /// More words are not proposed.
    private static final int MOST = 100;

    private static final List<String> SEVERITIES = Arrays.stream(Severity.values()).map(Severity::word).toList();

    private final DialogFindings findings;

    private final Methods methods;

    private FindingFields(Methods methods, DialogFindings findings) {
        this.methods = methods;
        this.findings = findings;
    }

    /// The fields with the values of these findings.
    public static List<DynamicField> of(Methods methods, DialogFindings findings) {
        return new FindingFields(methods, findings).all();
    }

    private List<DynamicField> all() {
        return List.of(DynamicField.of(PREFIX + "count", FieldKind.WHOLE, "Number of findings that cite its dialog",
                List.of(), (index, dialog, values) -> {
                    if (findings.isOf(index)) {
                        values.whole(findings.of(dialog).size());
                    }
                }),
                text("severity", "Severity of a finding on its dialog", SEVERITIES,
                        finding -> Stream.of(finding.severity().word())),
                text("detector", "Detection method of a finding on its dialog", methods.names(),
                        finding -> Stream.of(finding.origin().detector())),
                text("class", "Class of a finding on its dialog",
                        words(finding -> Stream.of(finding.statement().kind())),
                        finding -> Stream.of(finding.statement().kind())),
                text("title", "Title of a finding on its dialog",
                        words(finding -> Stream.of(finding.statement().title().text())),
                        finding -> Stream.of(finding.statement().title().text())),
                text("explanation", "Explanation of a finding on its dialog", List.of(),
                        finding -> Stream.of(finding.statement().explanation().text())),
                text("statistic", "Statistic that decided a finding on its dialog",
                        words(finding -> Stream.of(finding.grounds().decisive().statistic().text())),
                        finding -> Stream.of(finding.grounds().decisive().statistic().text())),
                field("value", FieldKind.REAL, "Value that decided a finding on its dialog", List.of(),
                        (finding, values) -> values.real(finding.grounds().decisive().value())),
                field("threshold", FieldKind.REAL, "Threshold that the value was compared with", List.of(),
                        (finding, values) -> values.real(finding.grounds().decisive().threshold())),
                field("grounded", FieldKind.BOOLEAN, "Whether the sample of a finding was sufficient", List.of(),
                        (finding, values) -> values.whole(finding.grounds().isGrounded() ? 1 : 0)),
                text("user", "Address of record concerned by a finding on its dialog",
                        words(finding -> finding.evidence().users().stream()),
                        finding -> finding.evidence().users().stream()),
                text("id", "ID of a finding on its dialog, the same in every run",
                        words(finding -> Stream.of(finding.id())), finding -> Stream.of(finding.id())),
                Citations.field(findings));
    }

    private DynamicField text(String name, String description, List<String> choices,
            Function<Finding, Stream<String>> words) {
        return field(name, FieldKind.TEXT, description, choices,
                (finding, values) -> words.apply(finding).forEach(values::text));
    }

    private DynamicField field(String name, FieldKind kind, String description, List<String> choices,
            BiConsumer<Finding, Values> value) {
        return DynamicField.of(PREFIX + name, kind, description, choices, (index, dialog, values) -> {
            if (findings.isOf(index)) {
                findings.of(dialog).forEach(finding -> value.accept(finding, values));
            }
        });
    }

    private List<String> words(Function<Finding, Stream<String>> word) {
        return findings.all().stream().flatMap(word).distinct().limit(MOST).toList();
    }
}
