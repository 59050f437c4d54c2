package org.sipsleuth.report.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.report.investigation.CaseRecord;
import org.sipsleuth.report.investigation.HostileInvestigation;
import org.sipsleuth.report.investigation.ReportSettings;
import org.sipsleuth.report.output.Destination;
import org.sipsleuth.run.RunMonitor;

/// The format of docs/ADDING-AN-EXPORT-FORMAT.md, and what every format must keep to.
class AddedFormatTest {

    /// Seven header fields in which `|` and `\` are escaped, then extensions.
    private static final Pattern EVENT = Pattern.compile("CEF:0(?:\\|(?:[^|\\\\]++|\\\\[|\\\\])*+){6}\\|externalId=.*");

    private static String document(InvestigationFormat format, Investigation investigation) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportRequest report =
                new ReportRequest(ReportSettings.STANDARD, Instant.EPOCH, List.of(), CaseRecord.NONE, Optional.empty());
        format.write(investigation, new ExchangeRequest(AnalysisParts.ALL, Methods.standard(), false, false, _ -> "00",
                RunMonitor.NONE, report), Destination.ofFile(out));
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void eachIncidentIsAnEvent(@TempDir Path folder) throws IOException {
        Investigation hostile = HostileInvestigation.in(folder);
        List<String> events = document(new CefFormat(), hostile).lines().toList();
        assertEquals(hostile.incidents().size(), events.size(), "events");
        for (int i = 0; i < events.size(); i++) {
            assertTrue(EVENT.matcher(events.get(i)).matches(), events.get(i));
            assertTrue(events.get(i).contains("|host_scan|"), events.get(i));
            assertTrue(events.get(i).contains(" outcome=attempted"), events.get(i));
            assertTrue(events.get(i).contains("externalId=" + hostile.incidents().get(i).id() + " "), events.get(i));
        }
    }

    @Test
    void formatsDifferInWordsTitlesAndEndings() {
        List<InvestigationFormat> all =
                Stream.concat(InvestigationFormats.ALL.stream(), Stream.of(new CefFormat())).toList();
        assertEquals(all.size(), all.stream().map(InvestigationFormat::word).distinct().count(), "words");
        assertEquals(all.size(), all.stream().map(InvestigationFormat::title).distinct().count(), "titles");
        assertEquals(all.size(), all.stream().map(InvestigationFormat::ending).distinct().count(), "endings");
        for (InvestigationFormat format : all) {
            assertTrue(format.word().matches("[a-z0-9]+"), format.word());
            assertTrue(format.ending().matches("(\\.[a-z0-9]+)*"), format.ending());
            format.rows().ifPresent(rows -> assertEquals(format.word(), rows.toString()));
        }
    }

    @Test
    void theEndingOfAFileSelectsItsFormat() {
        assertEquals("json", InvestigationFormats.ofFile("a.JSON").orElseThrow().word());
        assertEquals("jsonl", InvestigationFormats.ofFile("a.jsonl").orElseThrow().word());
        assertEquals(Optional.empty(), InvestigationFormats.ofFile("a.text"));
        assertTrue(InvestigationFormats.endings("or").matches("(\\.\\w+, )+\\.\\w+ or \\.\\w+"),
                InvestigationFormats.endings("or"));
        assertTrue(InvestigationFormats.ofOtherPrograms().contains("ecs (Elastic Common Schema)"),
                InvestigationFormats.ofOtherPrograms());
        assertEquals("pdf", InvestigationFormats.ofFile("a.pdf").orElseThrow().word());
    }
}
