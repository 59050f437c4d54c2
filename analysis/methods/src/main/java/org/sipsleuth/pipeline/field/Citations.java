package org.sipsleuth.pipeline.field;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.evidence.Evidence;
import org.sipsleuth.filter.field.DynamicField;
import org.sipsleuth.filter.field.FieldKind;
import org.sipsleuth.filter.field.Values;
import org.sipsleuth.finding.Clause;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Rationale;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.incident.StorySentence;

/// What cites each message itself, not only its dialog: findings with the lines of their rationale,
/// or incidents with the sentences of their story. Their ids are values of a field, so that a filter
/// gives exactly the messages that a finding, a line, an incident or a sentence rests on. Built when
/// the field is first asked.
public final class Citations {

    /// The filter for the messages of all incidents.
    public static final String INCIDENTS = IncidentFields.PREFIX + "evidence";

    /// The filter for the messages of all findings.
    public static final String FINDINGS = FindingFields.PREFIX + "evidence";

    /// Something that rests on messages.
    private record Citation(String id, Evidence evidence) {}

    private final Function<SipIndex, Boolean> isOf;
    private final Supplier<CitedDialogs<Citation>> build;
    private @Nullable CitedDialogs<Citation> built;

    private Citations(Function<SipIndex, Boolean> isOf, Supplier<CitedDialogs<Citation>> build) {
        this.isOf = isOf;
        this.build = build;
    }

    /// The filter for the messages of an incident.
    public static String filter(Incident incident) {
        return filter(INCIDENTS, incident.id());
    }

    /// The filter for the messages that a sentence of its story rests on.
    ///
    /// @param sentence its place in the story, from 0
    public static String filter(Incident incident, int sentence) {
        return filter(INCIDENTS, part(incident.id(), sentence));
    }

    /// The filter for the messages of a finding.
    public static String filter(Finding finding) {
        return filter(FINDINGS, finding.id());
    }

    /// The filter for the messages that a line of its rationale rests on.
    ///
    /// @param line its place among the lines of all sections, from 0
    public static String filter(Finding finding, int line) {
        return filter(FINDINGS, part(finding.id(), line));
    }

    private static String filter(String field, String id) {
        return "%s == \"%s\"".formatted(field, id);
    }

    private static String part(String id, int place) {
        return id + "#" + (place + 1);
    }

    /// The messages that a sentence rests on.
    public static Evidence of(StorySentence sentence, SipIndex index) {
        return Evidence.union(sentence.clauses().stream().map(Clause::evidence).flatMap(Optional::stream).toList(),
                index);
    }

    /// The field of incidents.
    static DynamicField field(DialogIncidents incidents) {
        return field(INCIDENTS, "ID of an incident that cites the message; with #1 of the first sentence of its story",
                new Citations(incidents::isOf, () -> incidents.citing(Citations::of, Citation::evidence)));
    }

    /// The field of findings.
    static DynamicField field(DialogFindings findings) {
        return field(FINDINGS, "ID of a finding that cites the message; with #1 of the first line of its rationale",
                new Citations(findings::isOf, () -> findings.citing(Citations::of, Citation::evidence)));
    }

    private static DynamicField field(String name, String description, Citations citations) {
        return DynamicField.ofMessages(name, FieldKind.TEXT, description, citations::read);
    }

    private static Stream<Citation> of(Incident incident, SipIndex index) {
        List<StorySentence> story = incident.story();
        return Stream.concat(Stream.of(new Citation(incident.id(), incident.evidence())),
                IntStream.range(0, story.size())
                        .mapToObj(place -> new Citation(part(incident.id(), place), of(story.get(place), index))));
    }

    private static Stream<Citation> of(Finding finding, SipIndex index) {
        List<Rationale.Line> lines =
                finding.rationale().get().sections().stream().flatMap(section -> section.lines().stream()).toList();
        return Stream.concat(Stream.of(new Citation(finding.id(), finding.evidence())), IntStream.range(0, lines.size())
                .filter(place -> lines.get(place).evidence().isPresent())
                .mapToObj(place -> new Citation(part(finding.id(), place), lines.get(place).evidence().orElseThrow())));
    }

    private void read(SipIndex index, int message, Values values) {
        if (isOf.apply(index)) {
            for (Citation citation : built().of(index.messages().dialog(message))) {
                if (citation.evidence.cites(message, index)) {
                    values.text(citation.id);
                }
            }
        }
    }

    private synchronized CitedDialogs<Citation> built() {
        CitedDialogs<Citation> known = built;
        if (known == null) {
            known = build.get();
            built = known;
        }
        return known;
    }
}
