package org.sipsleuth.report.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.finding.Measurement;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.report.exchange.AnalysisParts;
import org.sipsleuth.report.exchange.ExchangeRequest;
import org.sipsleuth.report.exchange.IncidentStory;
import org.sipsleuth.report.exchange.InvestigationFormat;
import org.sipsleuth.report.exchange.InvestigationFormats;
import org.sipsleuth.report.exchange.ReportRequest;
import org.sipsleuth.report.investigation.CaseRecord;
import org.sipsleuth.report.investigation.HostileInvestigation;
import org.sipsleuth.report.investigation.ReportLanguage;
import org.sipsleuth.report.investigation.ReportSection;
import org.sipsleuth.report.investigation.ReportSettings;
import org.sipsleuth.report.output.Destination;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sentence.Sentence;

/// What is stated of an incident is stated once: by every renderer in the same words.
class IncidentDocumentTest {

    /// Facts without words from a capture, which every format escapes in its own way.
    private static final Set<Fact.Name> PLAIN = EnumSet.of(Fact.Name.OUTCOME, Fact.Name.CONFIDENCE, Fact.Name.TIME);

    @TempDir private Path folder;
    private Investigation found;

    @BeforeEach
    void read() throws IOException {
        found = HostileInvestigation.in(folder);
        assertFalse(found.incidents().isEmpty(), "incidents to show");
    }

    private Document document(Incident incident) {
        return IncidentDocument.of(incident, Places.named(found.index()));
    }

    private String report(ReportLanguage language) throws IOException {
        InvestigationFormat html = InvestigationFormats.ofFile("a.html").orElseThrow();
        ReportSettings settings =
                new ReportSettings(language, EnumSet.allOf(ReportSection.class), "", Optional.empty());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        html.write(found,
                new ExchangeRequest(AnalysisParts.ALL, Methods.standard(), false, false, _ -> "00", RunMonitor.NONE,
                        new ReportRequest(settings, Instant.EPOCH, List.of(), CaseRecord.NONE, Optional.empty())),
                Destination.ofFile(out));
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void textStatesTheFactsAndHeadings() {
        for (Incident incident : found.incidents()) {
            Document document = document(incident);
            String text = IncidentStory.textOf(found.index(), incident);
            for (Fact.Name name : PLAIN) {
                Fact fact = document.fact(name).orElseThrow();
                assertTrue(text.contains(fact.words(1).text()), () -> "expected " + fact + " in\n" + text);
            }
            for (Topic topic : List.of(Topic.ADVICE, Topic.NOT_DETERMINED, Topic.ALTERNATIVES)) {
                assertEquals(!document.about(topic).isEmpty(), text.contains(topic.heading().text()),
                        () -> "heading of " + topic + " in\n" + text);
            }
        }
    }

    @Test
    void reportsStateThemInTheirLanguage() throws IOException {
        for (ReportLanguage language : ReportLanguage.values()) {
            Locale locale = Locale.of(language.tag());
            String html = report(language);
            for (Incident incident : found.incidents()) {
                Document document = document(incident);
                for (Fact.Name name : PLAIN) {
                    Fact fact = document.fact(name).orElseThrow();
                    assertTrue(html.contains("<th scope=\"row\">" + fact.label().in(locale) + "</th><td>"
                            + fact.words(1).in(locale) + "</td>"), () -> "expected " + fact + " in " + locale);
                }
                for (Section section : document.sections()) {
                    assertTrue(
                            section.blocks().isEmpty()
                                    || html.contains("<h4>" + section.topic().heading().in(locale) + "</h4>"),
                            () -> "expected the heading of " + section.topic() + " in " + locale);
                }
            }
        }
    }

    @Test
    void listsEndWithTheCountOfWhatIsLeftOut() {
        Fact fact = new Fact(Fact.Name.VICTIMS, Sentence.none(),
                List.of(Sentence.host("192.0.2.1"), Sentence.host("192.0.2.2"), Sentence.host("192.0.2.3")),
                Sentence.Punctuation.COMMA, 1_000, List.of());
        assertEquals("192.0.2.1, 192.0.2.2 and 1,001 more", fact.words(2).text());
        assertEquals("192.0.2.1, 192.0.2.2, 192.0.2.3 and 1,000 more", fact.words(9).text());
        assertEquals("192.0.2.1, 192.0.2.2 und 1.001 weitere", fact.words(2).in(Locale.GERMAN));
    }

    @Test
    void measuresAreComparedWithTheSideThatIsAnomalous() {
        for (Measurement.Side side : Measurement.Side.values()) {
            String sign = switch (side) {
                case BELOW -> "<";
                case ABOVE -> ">";
                case AT_LEAST -> "≥";
                case AT_MOST -> "≤";
            };
            Measurement measure = new Measurement(Sentence.term("share"), 0.25, 0.125, side);
            assertEquals(sign + " 0.125", DocumentTexts.comparison(measure).text());
            assertEquals(sign + " 0,125", DocumentTexts.comparison(measure).in(Locale.GERMAN));
        }
        assertEquals("> 0.9999", DocumentTexts.number(0.999999).text(), "a probability is never certain");
        assertEquals("1,234", DocumentTexts.number(1234).text());
        assertEquals("0.03457", DocumentTexts.number(0.034567).text());
        assertEquals("4.56 s", DocumentTexts.duration(4_560_000_000L).text());
        assertEquals("4,56 s", DocumentTexts.duration(4_560_000_000L).in(Locale.GERMAN));
    }
}
