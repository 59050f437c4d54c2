package org.sipsleuth.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sipsleuth.filter.field.DynamicField;
import org.sipsleuth.finding.VerdictText;
import org.sipsleuth.pipeline.Verdicts;
import org.sipsleuth.pipeline.field.VerdictFields;
import org.sipsleuth.sequence.unknown.SequenceMethod;
import org.sipsleuth.view.dialogs.table.query.OwnColumn;

/// Fields, columns and pages of the documentation say with one sentence what a mark means.
class VerdictTextTest {

    private static final Path DOCS = Path.of("..", "docs").toAbsolutePath().normalize();

    @Test
    void fieldsAndColumnsHaveTheSentence() {
        Map<String, String> described = Stream
                .concat(VerdictFields.of(Verdicts.NONE).stream(),
                        new SequenceMethod().fields(Optional.empty()).stream())
                .collect(Collectors.toMap(DynamicField::name, DynamicField::description));
        assertEquals(VerdictText.ofMark().text(), described.get("dialog.mark"));
        assertEquals(VerdictText.ofUnknown().text(), described.get("dialog.unknown"));
        assertEquals(VerdictText.ofNetwork().text(), described.get("network.mark"));
        assertEquals(VerdictText.ofMark().text(), OwnColumn.KNOWN.description());
        assertEquals(VerdictText.ofNetwork().text(), OwnColumn.NETWORK.description());
    }

    @Test
    void thePagesHaveTheSentence() throws IOException {
        for (String page : List.of("FILTER.md", "FIELDS.md", "UNKNOWN.md")) {
            String text = Files.readString(DOCS.resolve(page));
            assertTrue(text.contains(VerdictText.ofMark().text()), page);
            assertTrue(text.contains(VerdictText.ofNetwork().text()), page);
        }
        assertTrue(Files.readString(DOCS.resolve("FILTER.md")).contains(VerdictText.ofUnknown().text()));
    }
}
