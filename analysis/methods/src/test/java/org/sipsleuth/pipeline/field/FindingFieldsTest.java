package org.sipsleuth.pipeline.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.sipsleuth.sentence.Sentence.english;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.Talk;
import org.sipsleuth.dialog.evidence.Evidence;
import org.sipsleuth.filter.Filter;
import org.sipsleuth.filter.catalog.KnownFields;
import org.sipsleuth.filter.complete.Conditions;
import org.sipsleuth.filter.field.FieldCatalog;
import org.sipsleuth.filter.syntax.FilterSyntaxException;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Grounds;
import org.sipsleuth.finding.Measurement;
import org.sipsleuth.finding.Origin;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.finding.Rationale;
import org.sipsleuth.finding.Statement;
import org.sipsleuth.finding.Subject;
import org.sipsleuth.model.ModelIdentity;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.pipeline.Verdicts;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sentence.Severity;
import org.sipsleuth.sequence.unknown.SequenceMethod;

/// Three dialogs of two messages: nothing was found on the first, one finding rests on the second,
/// two on the third.
class FindingFieldsTest {

    private SipIndex index;
    private FieldCatalog catalog;
    private DialogFindings findings;

    @BeforeEach
    void find() throws IOException {
        index = talk("one@x", "two@x", "three@x");
        findings = DialogFindings.of(index, List.of(finding("belief", Severity.HIGH, "scan", true, messages(5)),
                finding("sequence", Severity.LOW, "stops_early", false, dialogs())), RunMonitor.NONE);
        catalog = KnownFields.catalog().with(FindingFields.of(Methods.standard(), findings));
    }

    private static SipIndex talk(String... callIds) throws IOException {
        Talk talk = new Talk();
        for (String callId : callIds) {
            talk.callId(callId)
                    .request(Talk.CALLER, Talk.CALLEE, "OPTIONS", 1, callId, "")
                    .response(Talk.CALLEE, Talk.CALLER, 200, "OPTIONS", 1, callId);
        }
        return talk.read();
    }

    private static Evidence messages(int message) {
        return Evidence.ofMessages(new int[]{message}, List.of("sip:mallory@x", "sip:eve@x"));
    }

    private static Evidence dialogs() {
        return Evidence.ofDialogs(new int[]{1, 2}, List.of());
    }

    private static Finding finding(String detector, Severity severity, String kind, boolean isGrounded, Evidence of) {
        return new Finding(detector + "-" + kind,
                new Origin(detector, new ModelIdentity("m", detector, "00", "none", 0, 1)), severity,
                new Statement(kind, english("It is a " + kind), english("It is so."), Outcome.NOT_DETERMINED,
                        List.of()),
                new Grounds(List.of(new Measurement(english("share"), 0.25, 0.5, Measurement.Side.BELOW)), isGrounded,
                        english("none")),
                of, new Subject(Subject.Kind.DIALOGS, "all"), () -> Rationale.NONE);
    }

    private List<Integer> dialogs(String filter) throws FilterSyntaxException {
        return Filter.of(filter, catalog).run(index, RunMonitor.NONE).dialogs().boxed().toList();
    }

    @Test
    void eachFieldHasAValueOfEachFinding() throws FilterSyntaxException {
        assertEquals(List.of(2), dialogs("finding.severity == \"high\""));
        assertEquals(List.of(1, 2), dialogs("finding.severity == \"low\""));
        assertEquals(List.of(1), dialogs("finding.severity != \"high\""));
        assertEquals(List.of(2), dialogs("finding.detector == \"belief\""));
        assertEquals(List.of(1, 2), dialogs("finding.class contains \"early\""));
        assertEquals(List.of(2), dialogs("finding.title matches \"a SCAN$\""));
        assertEquals(List.of(1, 2), dialogs("finding.explanation"));
        assertEquals(List.of(1, 2), dialogs("finding.statistic == \"share\""));
        assertEquals(List.of(1, 2), dialogs("finding.value < finding.threshold"));
        assertEquals(List.of(1, 2), dialogs("finding.value * 4 == 1"));
        assertEquals(List.of(2), dialogs("finding.grounded == 1"));
        assertEquals(List.of(2), dialogs("finding.user contains \"eve\""));
        assertEquals(List.of(2), dialogs("finding.id == \"belief-scan\""));
    }

    @Test
    void dialogsWithoutFindingsHaveNoneOfThem() throws FilterSyntaxException {
        assertEquals(List.of(0), dialogs("finding.count == 0"));
        assertEquals(List.of(2), dialogs("finding.count > 1"));
        assertEquals(List.of(0), dialogs("!finding.severity"));
        assertEquals(Optional.empty(), findings.gravest(0));
        assertEquals(Optional.of(Severity.HIGH), findings.gravest(2));
        assertEquals(List.of(), findings.of(77));
    }

    @Test
    void anotherCaptureHasNoValues() throws IOException, FilterSyntaxException {
        SipIndex other = talk("a@x", "b@x", "c@x");
        Filter any = Filter.of("finding.count >= 0 || finding.severity", catalog);
        assertEquals(0, any.run(other, RunMonitor.NONE).size());
        assertFalse(findings.isOf(other));
    }

    @Test
    void beforeAnythingIsKnownTheNamesAreThere() throws FilterSyntaxException {
        FieldCatalog names = KnownFields.catalog()
                .with(FindingFields.of(Methods.standard(), DialogFindings.NONE))
                .with(VerdictFields.of(Verdicts.NONE))
                .with(new SequenceMethod().fields(Optional.empty()));
        Filter filter = Filter.of("finding.count >= 0 || dialog.unknown == 1 || dialog.mark", names);
        assertEquals(0, filter.run(index, RunMonitor.NONE).size());
    }

    @Test
    void theGravestFindingIsFilteredForFirst() {
        Conditions conditions = new Conditions(catalog);
        assertEquals(Optional.of("finding.severity == \"high\""), conditions.ofField(index, 4, "finding.severity"));
        assertEquals(Optional.of("finding.value == 0.25"), conditions.ofField(index, 2, "finding.value"));
        assertEquals(Optional.empty(), conditions.ofField(index, 0, "finding.severity"));
    }

    @Test
    void whatAFindingStatesIsFilteredFor() throws FilterSyntaxException {
        Conditions conditions = new Conditions(catalog);
        String high = conditions.ofText("finding.severity", "high").orElseThrow();
        assertEquals("finding.severity == \"high\"", high);
        assertEquals(dialogs("finding.severity == \"high\""), dialogs(high));
        assertEquals(Optional.of("finding.title == \"a \\\"b\\\"\""), conditions.ofText("finding.title", "a \"b\""));
        assertEquals(Optional.empty(), conditions.ofText("finding.value", "0.25"));
        assertEquals(Optional.empty(), conditions.ofText("finding.nothing", "x"));
    }
}
