package org.sipsleuth.view.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.sentence.Sentence.english;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.evidence.Evidence;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Grounds;
import org.sipsleuth.finding.Measurement;
import org.sipsleuth.finding.Origin;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.finding.Rationale;
import org.sipsleuth.finding.Statement;
import org.sipsleuth.finding.Subject;
import org.sipsleuth.finding.Unjudged;
import org.sipsleuth.model.ModelIdentity;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.pipeline.ModelFit;
import org.sipsleuth.pipeline.NetworkFit;
import org.sipsleuth.pipeline.field.DialogIncidents;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.samples.SampleCaptures;
import org.sipsleuth.sentence.Severity;
import org.sipsleuth.view.inspector.fact.Facts;
import org.sipsleuth.view.inspector.fact.Facts.Fact;
import org.sipsleuth.view.inspector.fact.Facts.Section;

/// The inspector shows a finding of a method that it has never heard of.
class FindingFactsTest {

    @TempDir Path directory;
    private SipIndex index;

    @BeforeEach
    void readSample() throws IOException {
        index = CaptureIndexer.read(List.of(SampleCaptures.copyTo(
                SampleCaptures.list().stream().filter(s -> s.file().equals("incident.pcap")).findFirst().orElseThrow(),
                directory)), RunMonitor.NONE);
    }

    private static Finding finding(int... messages) {
        Rationale rationale = new Rationale.Builder().section(english("Terms"))
                .cited(english("first"), english("2 of 3"), Evidence.ofMessages(messages, List.of()))
                .detail(english("Formula"))
                .decisive(english("x"), english("a + b"))
                .build();
        return new Finding("odd-1", new Origin("odd", new ModelIdentity("odd model", "odd", "00ff", "nothing", 7, 1)),
                Severity.HIGH,
                new Statement("oddity", english("Odd requests"), english("They are odd."), Outcome.SUCCEEDED,
                        List.of(english("Ask the sender."))),
                new Grounds(
                        List.of(new Measurement(english("P(odd)"), 1, 0.5, Measurement.Side.ABOVE),
                                new Measurement(english("hops"), 255, 70, Measurement.Side.ABOVE),
                                new Measurement(english("share"), 0.25, 0.5, Measurement.Side.BELOW),
                                new Measurement(english("seen"), 0, 1, Measurement.Side.BELOW, english("never"))),
                        true, english("3 requests")),
                Evidence.ofMessages(messages, List.of("sip:a@example.org")),
                new Subject(Subject.Kind.SOURCE, "203.0.113.66"), () -> rationale);
    }

    private Detection detection(Finding... findings) {
        return new Detection() {
            @Override
            public SipIndex index() {
                return index;
            }

            @Override
            public Origin origin() {
                return new Origin("odd", findings[0].origin().model());
            }

            @Override
            public List<Finding> findings() {
                return List.of(findings);
            }

            @Override
            public List<Unjudged> notJudged() {
                return List.of();
            }
        };
    }

    private InspectorData dataOf(Finding... findings) {
        return new InspectorData(Methods.standard(), Optional.empty(), List.of(detection(findings)), List.of(),
                DialogIncidents.NONE, Optional.empty());
    }

    private static List<String> lines(Facts facts, String section) {
        return facts.sections()
                .stream()
                .filter(each -> each.title().equals(section))
                .flatMap(each -> each.facts().stream())
                .map(fact -> fact.name() + "|" + fact.value())
                .toList();
    }

    @Test
    void aModelThatDoesNotFitIsStatedOnceInsteadOfItsFindings() {
        Origin origin = finding(0).origin();
        InspectorData data = dataOf(finding(0)).with(
                List.of(new ModelFit(origin, 0.01, List.of(new NetworkFit(List.of(0), 0.01, 400, 371, 400, 371)))));
        int dialog = index.messages().dialog(0);
        String misfit = "Model|The model does not fit this capture (371 of 400 dialogs outside incidents"
                + " are unknown, 4 expected), so an unknown dialog is not a finding.";
        for (Facts facts : List.of(DialogFacts.of(index, dialog, data), MessageFacts.of(index, 0, data),
                TotalFacts.of(index, List.of(dialog, dialog + 1), data, RunMonitor.NONE))) {
            assertEquals(List.of(misfit), lines(facts, "Findings: odd"));
            assertEquals(List.of(), lines(facts, "Finding"));
        }
    }

    @Test
    void everythingThatAFindingCarriesIsShown() {
        Facts facts = DialogFacts.of(index, index.messages().dialog(0), dataOf(finding(0)));
        List<String> finding = lines(facts, "Finding");
        assertEquals("Title|Odd requests", finding.getFirst());
        assertTrue(finding.contains("Class|oddity"), finding.toString());
        assertTrue(finding.contains("Severity|high"), finding.toString());
        assertTrue(finding.contains("Source|203.0.113.66"), finding.toString());
        assertTrue(finding.contains("Outcome|succeeded"), finding.toString());
        assertTrue(finding.contains("Sample size|sufficient: 3 requests"), finding.toString());
        assertTrue(finding.stream().anyMatch(line -> line.startsWith("Time|")), finding.toString());
        assertEquals(List.of("|They are odd."), lines(facts, "Why"));
        assertEquals(List.of("|Ask the sender."), lines(facts, "What to do next"));
        assertEquals(List.of("first|2 of 3"), lines(facts, "Terms"));
        assertEquals(List.of("x|a + b"), lines(facts, "Formula"));
        assertTrue(lines(facts, "Model").contains("Name|odd model"));
        assertTrue(lines(facts, "Evidence").contains("Messages|1 message"));
    }

    @Test
    void noSectionHasARowOfItsOwnName() {
        Facts facts = DialogFacts.of(index, index.messages().dialog(0), dataOf(finding(0)));
        for (Section section : facts.sections()) {
            assertTrue(section.facts().stream().map(Fact::name).noneMatch(section.title()::equals), section.title());
        }
    }

    @Test
    void aProbabilityIsNotRoundedToCertainty() {
        Facts facts = DialogFacts.of(index, index.messages().dialog(0), dataOf(finding(0)));
        assertEquals(List.of("P(odd)|> 0.999999 (threshold 0.500000)", "hops|255 > 70", "share|0.250000 < 0.500000",
                "seen|never"), lines(facts, "Values and thresholds"));
    }

    @Test
    void termsAndEvidenceLeadToTheirMessages() {
        Facts facts = DialogFacts.of(index, index.messages().dialog(0), dataOf(finding(0, 3)));
        Fact term = facts.sections()
                .stream()
                .filter(section -> section.title().equals("Terms"))
                .findFirst()
                .orElseThrow()
                .facts()
                .getFirst();
        assertEquals(List.of(0, 3), term.target().orElseThrow().messages());
    }

    @Test
    void severalFindingsAreListedAndEachCanBeOpened() {
        Finding one = finding(0);
        Finding other = finding(0, 1);
        Facts facts = DialogFacts.of(index, index.messages().dialog(0), dataOf(one, other));
        List<Fact> links = facts.sections()
                .stream()
                .filter(section -> section.title().equals("Findings: odd"))
                .findFirst()
                .orElseThrow()
                .facts();
        assertEquals(2, links.size());
        assertEquals(Optional.of(other), links.getLast().target().orElseThrow().finding());
        assertTrue(lines(facts, "Finding").isEmpty(), "a list only");
    }

    @Test
    void aMessageListsTheFindingsThatCiteIt() throws IOException {
        Facts cited = MessageFacts.of(index, 0, dataOf(finding(0)));
        assertTrue(lines(cited, "Findings: odd").getFirst().startsWith("high|Odd requests, "));
        Facts other = MessageFacts.of(index, 1, dataOf(finding(0)));
        assertFalse(other.sections().stream().anyMatch(s -> s.title().equals("Findings: odd")));
    }
}
