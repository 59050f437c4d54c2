package org.sipsleuth.report.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.report.investigation.HostileInvestigation;
import org.sipsleuth.run.RunMonitor;

/// One document has the first findings and their count; lines have all of them.
class ManyFindingsTest {

    private static final int ALL = BoundedLists.MOST + 1;

    private static String document(Investigation investigation) throws IOException {
        StringWriter document = new StringWriter();
        new InvestigationJson(investigation, _ -> "00", RunMonitor.NONE).write(document);
        return document.toString();
    }

    @Test
    void oneDocumentHasTheFirstFindings(@TempDir Path folder) throws IOException {
        Investigation few = HostileInvestigation.in(folder);
        Investigation many = few.with(Collections.nCopies(ALL, few.findings().getFirst()),
                Collections.nCopies(ALL, few.incidents().getFirst()));
        String document = document(many);
        assertTrue(document.contains("\"findings_count\":" + ALL), "expected the count of " + ALL + " findings");
        assertTrue(document.contains("\"findings_filter\":\"finding.evidence\""), "expected the filter of findings");
        assertTrue(document.contains("\"incidents_count\":" + ALL), "expected the count of " + ALL + " incidents");
        assertEquals(BoundedLists.MOST, document.split("\"sufficient_sample\"", -1).length - 1,
                "findings in the document");
        assertFalse(document(few).contains("findings_count"), "a count beside a list that is whole");
        StringWriter lines = new StringWriter();
        new InvestigationJson(many, _ -> "00", RunMonitor.NONE).writeLines(lines, new AnalysisParts(false, true));
        assertEquals(ALL, lines.toString().lines().count(), "findings in lines");
    }
}
