package org.sipsleuth.pipeline.field;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sipsleuth.filter.field.DynamicField;
import org.sipsleuth.filter.field.FieldKind;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.sentence.Severity;

/// The incidents that a dialog belongs to. Where it belongs to several, each field has a value of
/// each, the most severe incident's first.
public final class IncidentFields {

    /// What the names of all of them begin with.
    public static final String PREFIX = "incident.";

    /// More words are not proposed.
    private static final int MOST = 100;

    private static final List<String> SEVERITIES = Arrays.stream(Severity.values()).map(Severity::word).toList();

    private static final List<String> KINDS = Arrays.stream(IncidentKind.values()).map(IncidentKind::word).toList();

    private static final List<String> OUTCOMES = Arrays.stream(Outcome.values()).map(Outcome::word).toList();

    private final DialogIncidents incidents;

    private IncidentFields(DialogIncidents incidents) {
        this.incidents = incidents;
    }

    /// The fields with the values of these incidents.
    public static List<DynamicField> of(DialogIncidents incidents) {
        return new IncidentFields(incidents).all();
    }

    private List<DynamicField> all() {
        return List.of(DynamicField.of(PREFIX + "count", FieldKind.WHOLE,
                "Number of incidents that its dialog belongs to", List.of(), (index, dialog, values) -> {
                    if (incidents.isOf(index)) {
                        values.whole(incidents.of(dialog).size());
                    }
                }),
                text("id", "ID of an incident that its dialog belongs to, the same in every run",
                        words(its -> Stream.of(its.id())), its -> Stream.of(its.id())),
                text("kind", "Kind of an incident that its dialog belongs to", KINDS,
                        its -> Stream.of(its.kind().word())),
                text("severity", "Severity of an incident that its dialog belongs to", SEVERITIES,
                        its -> Stream.of(its.severity().word())),
                text("outcome", "How far an incident that its dialog belongs to got", OUTCOMES,
                        its -> Stream.of(its.outcome().word())),
                text("actor",
                        "Address, or user behind a trunk, SBC or NAT, that did what an incident that its dialog belongs to is about",
                        words(its -> its.actors().names().stream()), its -> its.actors().names().stream()),
                text("victim", "Address that an incident that its dialog belongs to was done to",
                        words(its -> its.victims().stream()), its -> its.victims().stream()),
                text("account", "User concerned by an incident that its dialog belongs to",
                        words(its -> its.accounts().stream()), its -> its.accounts().stream()),
                text("title", "Title of an incident that its dialog belongs to",
                        words(incident -> Stream.of(incident.title().text())),
                        incident -> Stream.of(incident.title().text())),
                Citations.field(incidents));
    }

    private DynamicField text(String name, String description, List<String> choices,
            Function<Incident, Stream<String>> words) {
        return DynamicField.of(PREFIX + name, FieldKind.TEXT, description, choices, (index, dialog, values) -> {
            if (incidents.isOf(index)) {
                incidents.of(dialog).stream().flatMap(words).forEach(values::text);
            }
        });
    }

    private List<String> words(Function<Incident, Stream<String>> word) {
        return incidents.all().stream().flatMap(word).distinct().limit(MOST).toList();
    }
}
