package org.sipsleuth.app.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.casefile.CaseFile;
import org.sipsleuth.casefile.entry.Judgement;
import org.sipsleuth.casefile.entry.Subject;
import org.sipsleuth.casefile.store.Author;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.samples.SampleCaptures;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/// `analyze -o report.html` and `report.pdf`.
class ReportOutputTest {

    private static final String AT = "2026-01-31T12:00:00Z";

    @TempDir private Path directory;

    private String sample(String name) throws IOException {
        return SampleCaptures.copyTo(
                SampleCaptures.list().stream().filter(sample -> sample.file().equals(name)).findFirst().orElseThrow(),
                directory).toString();
    }

    private Path report(String capture, String name, String... arguments) {
        Path file = directory.resolve(name);
        Run run =
                Run.of(Stream
                        .concat(Stream.of("analyze", capture, "-o", file.toString(), "--generated-at", AT),
                                Arrays.stream(arguments))
                        .toArray(String[]::new));
        assertEquals(0, run.code(), run.err());
        assertEquals("", run.out());
        return file;
    }

    private static Document parsed(String html) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theFirstPageHasTheAnswerAndTheRestWhatItRestsOn() throws Exception {
        String html = Files.readString(report(sample("incident.pcap"), "report.html", "--case-number", "17 & 4"));
        Document page = parsed(html);
        List<String> headings = new ArrayList<>();
        NodeList all = page.getElementsByTagName("h2");
        for (int i = 0; i < all.getLength(); i++) {
            headings.add(all.item(i).getTextContent());
        }
        assertEquals(List.of("Summary", "Contents", "Timeline", "Incidents", "Findings outside incidents",
                "Not decoded, not judged", "Methods, settings and versions", "Glossary"), headings);
        String text = page.getDocumentElement().getTextContent();
        for (String expected : List.of("17 & 4", "1 incident: 1 critical", "Toll fraud through account 1007",
                "succeeded", "Change the password of 1007", "frame 1030", "Password of 1007 accepted",
                "T1110.001 Password Guessing", "sipsleuth analyze incident.pcap -o report.html", "SHA-256",
                "Other explanations considered")) {
            assertTrue(text.contains(expected), expected);
        }
        assertTrue(page.getElementsByTagName("svg").getLength() >= 3, "timeline and ladders");
        assertEquals(0, page.getElementsByTagName("script").getLength());
    }

    @Test
    void reasonsStandUnderTheMeasuresAndInJson() throws Exception {
        String capture = sample("incident.pcap");
        String html = Files.readString(report(capture, "report.html"));
        int measures = html.indexOf("Values, thresholds and models");
        int reasons = html.indexOf("Calls by account and destination");
        int cited = html.indexOf("The incident rests on");
        assertTrue(measures > 0 && measures < reasons && reasons < cited, "order");
        String german = Files.readString(report(capture, "bericht.html", "--language", "de"));
        assertTrue(german.contains(">Gründe<"), german);
        List<?> findings =
                (List<?>) JsonText.object(Run.of("analyze", capture, "--format", "json").out()).get("findings");
        List<Map<?, ?>> ledgers = new ArrayList<>();
        for (Object finding : findings) {
            for (Object section : (List<?>) ((Map<?, ?>) finding).get("rationale")) {
                if (((Map<?, ?>) section).get("title").equals("Calls by account and destination")) {
                    ledgers.add((Map<?, ?>) section);
                }
            }
        }
        assertEquals(1, ledgers.size());
        Map<?, ?> line = (Map<?, ?>) ((List<?>) ledgers.getFirst().get("lines")).getFirst();
        String shown = line.get("text").toString();
        assertTrue(shown.contains("call"), shown);
        assertTrue(html.contains(shown), shown);
        assertFalse(((List<?>) line.get("evidence")).isEmpty(), "its INVITEs");
    }

    @Test
    void aGermanReportHasNoEnglishStory() throws Exception {
        String capture = sample("incident.pcap");
        String german = Files.readString(report(capture, "bericht.html", "--language", "de"));
        Map<?, ?> english = JsonText.object(Run.of("analyze", capture, "--format", "json").out());
        List<?> incidents = (List<?>) english.get("incidents");
        assertFalse(incidents.isEmpty());
        for (Object incident : incidents) {
            Map<?, ?> its = (Map<?, ?>) incident;
            assertTrue(german.contains(its.get("id").toString()), "the same incident");
            assertFalse(german.contains(its.get("title").toString()), its.get("title").toString());
            for (Object advice : (List<?>) its.get("advice")) {
                assertFalse(german.contains(advice.toString()), advice.toString());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void detectorsLookOnceWhateverTheLanguage(String language) throws IOException {
        ObservedMethod observed = new ObservedMethod();
        Run run = Run.of(Methods.standard().with(observed), "analyze", sample("incident.pcap"), "-o",
                directory.resolve("report.html").toString(), "--language", language);
        assertEquals(0, run.code(), run.err());
        assertEquals(1, observed.runs(), "how often it looked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"html", "pdf"})
    void theSameCaseGivesTheSameBytes(String format) throws IOException {
        String capture = sample("cracking-found.pcap");
        assertArrayEquals(Files.readAllBytes(report(capture, "one." + format)),
                Files.readAllBytes(report(capture, "other." + format)));
    }

    @Test
    void pdfInGermanIsTaggedAndSearchable() throws IOException {
        Path file = report(sample("incident.pcap"), "report.pdf", "--language", "de", "--sections",
                "summary,timeline,methods", "--logo", logo().toString());
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            String text = new PDFTextStripper().getText(document);
            assertTrue(text.contains("1 Vorfall: 1 kritisch"), text);
            assertTrue(text.contains("Gebührenbetrug"), text);
            assertTrue(text.contains("--language de --sections summary,timeline,methods"), text);
            assertFalse(text.contains("Glossar"), text);
            assertTrue(document.getDocumentCatalog().getMarkInfo().isMarked());
        }
    }

    private Path logo() throws IOException {
        Path logo = directory.resolve("logo.png");
        ImageIO.write(new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB), "png", Files.newOutputStream(logo));
        return logo;
    }

    @Test
    void nothingFoundSaysWhatWasLookedForAndHowComplete() throws Exception {
        String text = parsed(Files.readString(report(sample("call.pcap"), "report.html"))).getDocumentElement()
                .getTextContent();
        assertTrue(text.contains("No incident found."), text);
        assertTrue(text.contains("Looked for: "), text);
        assertTrue(text.contains("yielded no SIP message"), text);
        assertFalse(text.contains("Timeline"), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void lostPacketsAreStatedInTheSummary(String language) throws Exception {
        Path lossy = directory.resolve("lossy.pcapng");
        Files.write(lossy, TestCapture.withLost(930));
        String[] only = {"--sections", "summary", "--language", language};
        String text = parsed(Files.readString(report(lossy.toString(), "report.html", only))).getDocumentElement()
                .getTextContent();
        assertTrue(text.contains("930"), text);
    }

    @Test
    void hostileMessagesStayText() throws Exception {
        String hostile = "<script>alert(1)</script>\u202e\u0000\"' onmouseover=";
        TestCapture capture = new TestCapture();
        for (int cseq = 1; cseq <= 120; cseq++) {
            String lines = "User-Agent: " + hostile + "\r\nX-Note: " + hostile + "\r\n";
            String request = TestCapture.request("OPTIONS", "a<img/src=x>" + cseq, cseq, lines)
                    .replace("bob@", "\"><svg/onload=x>" + cseq + "@");
            capture.sip(cseq * 10_000_000L, TestCapture.CALLER, "192.0.2." + (cseq + 2),
                    request.getBytes(StandardCharsets.UTF_8));
        }
        String file = capture.in(directory, "<b>.pcap");
        String html = Files.readString(report(file, "report.html"));
        Document page = parsed(html);
        for (String element : List.of("script", "img", "b", "iframe", "input", "form")) {
            assertEquals(0, page.getElementsByTagName(element).getLength(), element);
        }
        assertFalse(html.contains("\u202e"), "a bidi control");
        assertTrue(page.getDocumentElement().getTextContent().contains("<b>.pcap"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "-o OUT.html --language fr",
        "-o OUT.html --sections summary,nothing",
        "-o OUT.html --generated-at yesterday",
        "-o OUT.html --logo IN",
        "-o OUT.html --logo /nonexistent.png",
        "-o OUT.json --language de",
        "--case-number 17"})
    void whatCannotBeIsRefusedInASentence(String options) throws IOException {
        String capture = sample("call.pcap");
        Path out = directory.resolve("out");
        Run run =
                Run.of(("analyze IN " + options).replace("IN", capture).replace("OUT", out.toString()).split(" ", -1));
        assertEquals(2, run.code(), run.err());
        assertTrue(run.err().startsWith("sipsleuth: "), run.err());
        try (Stream<Path> files = Files.list(directory)) {
            assertTrue(files.noneMatch(file -> file.toString().startsWith(out.toString())));
        }
    }

    @Test
    void aReportReplacesNothingWithoutForce() throws IOException {
        String capture = sample("call.pcap");
        Path file = Files.writeString(directory.resolve("report.html"), "mine");
        assertEquals(2, Run.of("analyze", capture, "-o", file.toString()).code());
        assertEquals("mine", Files.readString(file));
        Path logo = logo();
        Run onLogo = Run.of("analyze", capture, "--format", "html", "-o", logo.toString(), "--logo", logo.toString(),
                "--force");
        assertEquals(2, onLogo.code(), onLogo.err());
    }

    @Test
    void verdictsOfACaseAndTheHashOfItsLogStandInTheReport() throws Exception {
        Path file = directory.resolve("office.case");
        Author analyst = new Author("Ann", "test", Clock.systemUTC());
        String hash;
        try (CaseFile opened = CaseFile.create(file, "office", OutputRules.NEW_FILES, analyst)) {
            opened.decide(Subject.sequence("OPTIONS 699"), Judgement.ATTACK_HIGH, "<b>probed</b>", Optional.empty());
            hash = opened.lastHash();
        }
        String html = Files.readString(report(sample("call.pcap"), "report.html", "--case", file.toString()));
        assertTrue(html.contains("OPTIONS 699"), html);
        assertTrue(html.contains("attack, high"), html);
        assertTrue(html.contains("&lt;b&gt;probed&lt;/b&gt;"), html);
        assertTrue(html.contains(hash), html);
        Run none = Run.of("analyze", sample("call.pcap"), "--case", file.toString());
        assertEquals(2, none.code());
        assertTrue(none.err().contains("--case"), none.err());
    }
}
