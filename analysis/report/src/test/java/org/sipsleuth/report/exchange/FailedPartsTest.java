package org.sipsleuth.report.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Statement;
import org.sipsleuth.finding.Unjudged;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.incident.Stage;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.report.investigation.CaseRecord;
import org.sipsleuth.report.investigation.HostileInvestigation;
import org.sipsleuth.report.investigation.ReportSection;
import org.sipsleuth.report.investigation.ReportSettings;
import org.sipsleuth.report.output.Destination;
import org.sipsleuth.run.FaultSink;
import org.sipsleuth.sentence.Sentence;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// An incident, a finding or a section that fails costs itself, in every format.
class FailedPartsTest {

    private static final Sentence.Open FAULTY = _ -> {
        throw new IllegalStateException("a seeded fault");
    };

    private static Investigation hostile;

    @BeforeAll
    static void read(@TempDir Path folder) throws IOException {
        hostile = HostileInvestigation.in(folder);
    }

    private static Incident incident(int number, Sentence title) {
        Incident its = hostile.incidents().getFirst();
        Stage stage = its.stages().getFirst();
        Stage titled = new Stage(stage.kind(), stage.fromNanos(), stage.toNanos(), stage.outcome(), stage.actors(),
                title, title, stage.evidence(), stage.findings());
        return new Incident("incident-" + number, number, its.kind(), List.of(titled), its.actors(), its.victims(),
                its.accounts(), its.fromNanos(), its.toNanos(), its.outcome(), its.severity(), its.confidence(), title,
                its.story(), its.advice(), its.techniques(), its.keys(), its.notDetermined(), its.alternatives(),
                its.evidence(), its.findings());
    }

    private static Finding finding(String id, Sentence title) {
        Finding its = hostile.findings().getFirst();
        Statement said = its.statement();
        return new Finding(id, its.origin(), its.severity(),
                new Statement(said.kind(), title, said.explanation(), said.outcome(), said.advice()), its.grounds(),
                its.evidence(), its.subject(), its.rationale());
    }

    private static Investigation investigation(Sentence seed, List<Unjudged> unjudged) {
        Investigation of = hostile.with(
                List.of(finding("f-1", Sentence.name("finding-one")), finding("f-2", seed),
                        finding("f-3", Sentence.name("finding-three"))),
                List.of(incident(1, Sentence.name("title-one")), incident(2, seed),
                        incident(3, Sentence.name("title-three"))));
        return new Investigation(of.index(), of.origins(), of.findings(), of.incidents(), of.fits(), of.judging(),
                of.verdicts(), of.problems(), unjudged, of.faults());
    }

    private static byte[] written(InvestigationFormat format, Investigation investigation, FaultSink faults)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportRequest report =
                new ReportRequest(ReportSettings.STANDARD, Instant.EPOCH, List.of(), CaseRecord.NONE, Optional.empty());
        format.write(investigation,
                new ExchangeRequest(AnalysisParts.ALL, Methods.standard(), false, false, _ -> "00", faults, report),
                Destination.ofFile(out));
        return out.toByteArray();
    }

    private static String text(InvestigationFormat format, byte[] file) throws IOException {
        if (!format.word().equals("pdf")) {
            return new String(file, StandardCharsets.UTF_8);
        }
        try (PDDocument pdf = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    private static InvestigationFormat format(String word) {
        return InvestigationFormats.ALL.stream().filter(each -> each.word().equals(word)).findFirst().orElseThrow();
    }

    static Stream<InvestigationFormat> formats() {
        return InvestigationFormats.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void oneOfManyCostsItself(InvestigationFormat format) throws IOException {
        List<String> faults = new ArrayList<>();
        String text = text(format, written(format, investigation(FAULTY, List.of()), (name, _) -> faults.add(name)));
        assertFalse(faults.isEmpty(), "no fault was reported");
        String subject = format.word().equals("csv") ? "finding" : "title";
        assertTrue(text.contains(subject + "-one") && text.contains(subject + "-three"), text);
        assertTrue(text.toLowerCase(Locale.ROOT).contains("failed"), text);
        if (text.startsWith("{")) {
            try (JsonParser json = new JsonFactory().createParser(text)) {
                int depth = 0;
                for (var token = json.nextToken(); token != null; token = json.nextToken()) {
                    depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                }
                assertEquals(0, depth, "objects that are not closed");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void whatDoesNotFailIsWrittenAsBefore(InvestigationFormat format) throws IOException {
        Investigation whole = investigation(Sentence.name("title-two"), List.of());
        List<String> faults = new ArrayList<>();
        String text = text(format, written(format, whole, (name, _) -> faults.add(name)));
        // the digest of a hostile model is too short to be cut
        assertEquals(format.word().equals("text") ? List.of("text/models") : List.of(), faults);
        if (format.word().equals("json")) {
            assertTrue(text.contains("\n  \"incidents\":[\n    {\n      \"id\":\"incident-1\",\n"), text);
            assertTrue(text.contains("\n    },\n    {\n      \"id\":\"incident-2\",\n"), text);
        }
    }

    @Test
    void aSectionOfAReportCostsItself() throws Exception {
        Investigation seeded =
                investigation(FAULTY, List.of(new Unjudged("rules", Unjudged.Extent.PART, Set.of(), FAULTY)));
        List<String> faults = new ArrayList<>();
        byte[] html = written(format("html"), seeded, (name, _) -> faults.add(name));
        NodeList sections = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(html))
                .getElementsByTagName("section");
        List<String> failed = new ArrayList<>();
        List<String> all = new ArrayList<>();
        for (int i = 0; i < sections.getLength(); i++) {
            Element section = (Element) sections.item(i);
            all.add(section.getAttribute("class"));
            if (section.getTextContent().contains("(failed)")) {
                failed.add(section.getAttribute("class"));
            }
        }
        assertEquals(List.of("summary", "timeline", "incidents", "findings", "not-decoded", "methods", "glossary"),
                all);
        assertEquals(List.of("summary", "timeline", "incidents", "findings", "not-decoded"), failed);
        assertTrue(faults.contains("report/" + ReportSection.NOT_DECODED.word()), faults.toString());
    }
}
