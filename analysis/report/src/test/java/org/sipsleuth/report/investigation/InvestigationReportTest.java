package org.sipsleuth.report.investigation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.annotation.DialogNote;
import org.sipsleuth.casefile.entry.Judgement;
import org.sipsleuth.casefile.entry.Subject;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.report.document.CaseScope;
import org.sipsleuth.run.RunMonitor;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// Reports about an investigation in which every text is hostile.
class InvestigationReportTest {

    private static final Instant AT = Instant.parse("2026-01-31T12:00:00Z");

    /// All that the report's own markup is made of.
    private static final Set<String> VOCABULARY =
            Set.of("html", "head", "meta", "title", "style", "body", "header", "nav", "main", "section", "div", "p",
                    "span", "a", "h1", "h2", "h3", "h4", "ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody",
                    "tr", "th", "td", "figure", "figcaption", "bdi", "svg", "g", "rect", "polyline", "polygon", "text");

    private static final Set<String> ATTRIBUTES = Set.of("xmlns", "lang", "charset", "http-equiv", "content", "name",
            "class", "id", "style", "href", "scope", "aria-label", "width", "height", "viewBox", "x", "y", "rx",
            "points", "font-size", "textLength", "lengthAdjust", "stroke-width", "transform");

    @TempDir private Path folder;
    private Investigation investigation;

    @BeforeEach
    void read() throws IOException {
        investigation = HostileInvestigation.in(folder);
    }

    private InvestigationReport report(ReportLanguage language, Set<ReportSection> sections) {
        return report(language, sections, AT, CaseRecord.NONE);
    }

    private InvestigationReport report(ReportLanguage language, Set<ReportSection> sections, Instant at,
            CaseRecord record) {
        return new InvestigationReport(investigation, Methods.standard(),
                new ReportSettings(language, sections, "<i>2026-17</i>", Optional.empty()),
                new ReportFacts("1", at, List.of("00ff"), List.of("--filter", "<script> 'x'"), Optional.empty()),
                record, RunMonitor.NONE);
    }

    private static Set<ReportSection> all() {
        return EnumSet.allOf(ReportSection.class);
    }

    private static String html(InvestigationReport report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        report.writeHtml(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Document parsed(String html) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Element> elements(Document document) {
        NodeList all = document.getElementsByTagName("*");
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < all.getLength(); i++) {
            elements.add((Element) all.item(i));
        }
        return elements;
    }

    @Test
    void onlyTheReportsOwnMarkupIsThere() throws Exception {
        for (ReportLanguage language : ReportLanguage.values()) {
            for (Element element : elements(parsed(html(report(language, all()))))) {
                assertTrue(VOCABULARY.contains(element.getNodeName()), element.getNodeName());
                for (int i = 0; i < element.getAttributes().getLength(); i++) {
                    String name = element.getAttributes().item(i).getNodeName();
                    assertTrue(ATTRIBUTES.contains(name), name);
                }
                assertTrue(
                        element.getAttribute("href").isEmpty() || element.getAttribute("href").matches("#[a-z0-9-]+"),
                        element.getAttribute("href"));
                assertTrue(element.getAttribute("style").matches("(width:\\d+%)?"), element.getAttribute("style"));
            }
        }
    }

    @Test
    void everyLinkLeadsToAPlaceOfTheReport() throws Exception {
        List<Element> elements = elements(parsed(html(report(ReportLanguage.ENGLISH, all()))));
        List<String> ids =
                elements.stream().map(element -> element.getAttribute("id")).filter(id -> !id.isEmpty()).toList();
        assertEquals(ids.size(), new TreeSet<>(ids).size(), "an id is there once");
        assertTrue(ids.contains("incident-1"), ids.toString());
        elements.stream()
                .map(element -> element.getAttribute("href"))
                .filter(href -> !href.isEmpty())
                .forEach(href -> assertTrue(ids.contains(href.substring(1)), href));
    }

    @Test
    void whatWasFoundIsThereAsText() throws Exception {
        String text = parsed(html(report(ReportLanguage.ENGLISH, all()))).getDocumentElement().getTextContent();
        for (String expected : List.of("<script>alert(1)</script>", "</title><script src=//evil.example></script>",
                "' onmouseover='alert(1)", "a\\u202etxt.exe\\u202c b", "tel\\x00\\x07\\x1b[31m\\x85\\x9b\\x7f",
                "line one\\r\\nline two\\u2028three\\u2029four", "אבג 1001, 1002", "<script>&'.pcap",
                "Case <i>2026-17</i>".substring(5), "--filter '<script> '\\''x'\\'''", "[100000]")) {
            assertTrue(text.contains(expected), expected);
        }
    }

    @Test
    void onlyTheTimeOfMakingDiffers() throws IOException {
        String one = html(report(ReportLanguage.ENGLISH, all()));
        String other = html(report(ReportLanguage.ENGLISH, all(), AT.plusSeconds(3600), CaseRecord.NONE));
        List<String> lines = one.lines().toList();
        List<String> others = other.lines().toList();
        assertEquals(lines.size(), others.size());
        List<String> differing = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).equals(others.get(i))) {
                differing.add(lines.get(i));
            }
        }
        assertEquals(1, differing.size(), differing.toString());
        assertTrue(differing.getFirst().contains("2026-01-31 12:00:00 UTC"), differing.toString());
        assertEquals(one, html(report(ReportLanguage.ENGLISH, all())));
    }

    @Test
    void sectionsAreThoseThatAreWantedAndHaveAnything() throws IOException {
        String two = html(report(ReportLanguage.ENGLISH, Set.of(ReportSection.SUMMARY, ReportSection.VERDICTS)));
        assertTrue(two.contains("id=\"summary\""), "summary");
        assertFalse(two.contains("id=\"verdicts\""), "nothing was recorded");
        assertFalse(two.contains("id=\"methods\""), "methods are not wanted");
        CaseRecord record = new CaseRecord(
                List.of(CaseRecords.verdict(Subject.incident(investigation.incidents().getFirst().id()), Judgement.SAFE,
                        "<b>a note</b>", "Ann")),
                List.of(new CaseRecord.Noted("<i>call</i>", DialogNote.NONE.withComment("<script>x</script>"), "Ann")),
                "cafe", CaseScope.WHOLE);
        String recorded = html(report(ReportLanguage.ENGLISH, all(), AT, record));
        assertTrue(recorded.contains("&lt;b&gt;a note&lt;/b&gt;"), "note");
        assertEquals(2, recorded.split("False alarm", -1).length - 1, "in the list, and at the incident");
        assertTrue(recorded.contains("false alarm (no attack took place)"), "glossary");
        String german = html(report(ReportLanguage.GERMAN, all(), AT, record));
        assertTrue(german.contains("<div>Fehlalarm</div>"), "verdict");
        assertTrue(german.contains("Fehlalarm (kein Angriff)"), "glossary");
        assertTrue(recorded.contains("audit log: cafe"), "hash of the log");
        assertTrue(recorded.contains("&lt;i&gt;call&lt;/i&gt;"), "Call-ID of a note");
        assertTrue(recorded.contains("&lt;script&gt;x&lt;/script&gt;"), "comment");
        assertEquals(2, recorded.split("a note", -1).length - 1, "in the list and at the incident");
    }

    @Test
    void theDecisionsLeadTheReport() throws Exception {
        String id = investigation.incidents().getFirst().id();
        CaseRecord record = CaseRecords
                .of(CaseRecords.verdict(Subject.incident(id), Judgement.SAFE, "our own test", "Ann"),
                        CaseRecords.verdict(Subject.incident(id), Judgement.ANOMALOUS, "", "Bob"),
                        CaseRecords.verdict(Subject.dialog("no such dialog"), Judgement.SAFE, "", "Ann"))
                .within(new CaseScope(List.of("extra.pcap"), List.of("gone.pcap")));
        Document html = parsed(html(report(ReportLanguage.ENGLISH, all(), AT, record)));
        List<Element> sections = elements(html).stream().filter(each -> each.getNodeName().equals("section")).toList();
        assertEquals(List.of("decisions", "summary"),
                sections.stream().limit(2).map(each -> each.getAttribute("class")).toList());
        String text = sections.getFirst().getTextContent();
        for (String expected : List.of("2 decisions, by Ann, Bob.", "On 1 of them analysts disagree",
                "Suspicious – Bob, 2026-01-31 12:00 UTC", "Ann: our own test", "no reason was noted",
                "not in these captures", "Incidents without a decision: ", "Examined: 1 file, ", "Captured: ",
                "Calls: ", "Incidents: ", "Decided: 1 safe; 1 disputed.",
                "Captures of this report that the case does not hold: extra.pcap",
                "Captures of the case that this report does not rest on: gone.pcap")) {
            assertTrue(text.contains(expected), expected + " in " + text);
        }
        Element first = elements(html).stream()
                .filter(each -> each.getAttribute("class").equals("headline"))
                .findFirst()
                .orElseThrow();
        assertEquals("header", first.getParentNode().getNodeName(), "what was found, in one line, before it");
    }

    @Test
    void theGravestVerdictComesFirstThenTheMostUrgent() throws Exception {
        String id = investigation.incidents().getFirst().id();
        CaseRecord record =
                CaseRecords.of(CaseRecords.verdict(Subject.dialog("b"), Judgement.MISCONFIGURATION, "", "Ann"),
                        CaseRecords.verdict(Subject.incident(id), Judgement.MISCONFIGURATION, "", "Ann"),
                        CaseRecords.verdict(Subject.step("problem no_ack"), Judgement.SAFE, "", "Ann"),
                        CaseRecords.verdict(Subject.dialog("c"), Judgement.CAPTURE_ARTEFACT, "", "Ann"),
                        CaseRecords.verdict(Subject.dialog("a"), Judgement.ATTACK_LOW, "", "Ann"));
        String text =
                parsed(html(report(ReportLanguage.ENGLISH, all(), AT, record))).getDocumentElement().getTextContent();
        List<Integer> places = Stream
                .of("Dialog a", "Incident 1:", "Dialog b", "Dialog c", "Answered calls dropped: the ACK never came")
                .map(text::indexOf)
                .toList();
        assertEquals(places.stream().sorted().toList(), places, text);
        assertFalse(places.contains(-1), text);
        assertTrue(text.contains("Dropped: no ACK, RFC 3261 §13.3.1.4"), "its name in SIP");
        assertFalse(text.contains("problem no_ack"), "not its key");
        assertTrue(text.contains("Decided: 1 attack, low; 2 misconfiguration; 1 artefact of the capture; 1 safe."),
                text);
    }

    @Test
    void aDecisionLeadsToALadderOfItsFirstDialog() throws Exception {
        String callId = investigation.index().dialogs().callId(0);
        CaseRecord record = CaseRecords.of(CaseRecords.verdict(Subject.dialog(callId), Judgement.ANOMALOUS, "", "Ann"));
        List<Element> elements = elements(parsed(html(report(ReportLanguage.ENGLISH, all(), AT, record))));
        assertTrue(elements.stream().anyMatch(each -> each.getAttribute("href").equals("#decision-1")), "link");
        assertTrue(elements.stream().anyMatch(each -> each.getAttribute("id").equals("decision-1")), "place");
        String alone = html(report(ReportLanguage.ENGLISH, Set.of(ReportSection.DECISIONS), AT, record));
        assertFalse(alone.contains("#decision-1"), "there is nothing to lead to");
        assertFalse(html(report(ReportLanguage.ENGLISH, all())).contains("id=\"decisions\""), "without a case");
    }

    @Test
    void whatAnalystsJudgedIsNotCalledNotJudged() throws Exception {
        String callId = investigation.index().dialogs().callId(0);
        CaseRecord record = CaseRecords.of(CaseRecords.verdict(Subject.dialog(callId), Judgement.SAFE, "", "Ann"));
        assertTrue(html(report(ReportLanguage.ENGLISH, all())).contains("<h3>Not judged</h3>"), "by anybody");
        String judged = html(report(ReportLanguage.ENGLISH, all(), AT, record));
        assertFalse(judged.contains("<h3>Not judged</h3>"), "Ann judged");
        assertTrue(judged.contains("<h3>Not judged by models and rules</h3>"), "they did not");
    }

    @Test
    void germanMarksWhatIsEnglish() throws Exception {
        Document document = parsed(html(report(ReportLanguage.GERMAN, all())));
        assertEquals("de", document.getDocumentElement().getAttribute("lang"));
        assertTrue(document.getDocumentElement().getTextContent().contains("Zusammenfassung"));
        assertTrue(elements(document).stream()
                .anyMatch(element -> element.getAttribute("lang").equals("en") && !element.getTextContent().isBlank()));
    }

    @Test
    void pdfIsTheSameReport() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        report(ReportLanguage.GERMAN, Set.of(ReportSection.SUMMARY, ReportSection.METHODS)).writePdf(out);
        try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
            String text = new PDFTextStripper().getText(document);
            assertTrue(text.contains("Zusammenfassung"), text);
            assertTrue(text.contains("<script>alert(1)</script>"), text);
            assertEquals("de", document.getDocumentCatalog().getLanguage());
            assertTrue(document.getDocumentCatalog().getMarkInfo().isMarked());
            assertTrue(document.getDocumentCatalog().getOpenAction() == null, "nothing runs");
        }
    }
}
