package org.sipsleuth.dialog.hint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sipsleuth.dialog.note.HintRule;

/// What a note knows, a hint says: the table of `docs/LADDER.md` has each rule of notes, with its
/// hints or the reason why it is none.
class NoteTableTest {

    private static final String NONE = "not: ";

    /// A row of the table.
    ///
    /// @param hints its hints, or why it is none
    private record Row(String note, String hints) {

        boolean isHint() {
            return !hints.startsWith(NONE);
        }

        Set<String> ids() {
            return Arrays.stream(hints.split(", ")).map(id -> id.replace("`", "")).collect(Collectors.toSet());
        }
    }

    private static List<Row> rows() throws IOException {
        String docs = Files.readString(Path.of("../../docs/LADDER.md"));
        return docs.substring(docs.indexOf("| hint of the dialog |"))
                .lines()
                .map(line -> line.split(" *\\| *", -1))
                .filter(cells -> cells.length == 6 && !cells[1].startsWith("--") && !cells[1].equals("note"))
                .map(cells -> new Row(cells[1], cells[4]))
                .toList();
    }

    @Test
    void everyRuleOfNotesIsAHintOrHasAReason() throws IOException {
        List<Row> rows = rows();
        assertEquals(HintRule.values().length, rows.size(), "rows");
        for (HintRule rule : HintRule.values()) {
            Row row = rows.stream()
                    .filter(each -> each.note().equals(rule.title()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no row for the note " + rule.title()));
            Optional<DialogHint> hint = NotedHints.of(rule);
            hint.ifPresent(its -> assertTrue(row.isHint() && row.ids().contains(its.id()), row + " names " + its.id()));
            assertTrue(row.isHint() || row.hints().length() > NONE.length(), "reason of " + row);
        }
    }

    @Test
    void theTableNamesHintsThatExist() throws IOException {
        Set<String> ids = Arrays.stream(DialogHint.values()).map(DialogHint::id).collect(Collectors.toSet());
        for (Row row : rows()) {
            assertTrue(!row.isHint() || ids.containsAll(row.ids()), row.toString());
        }
    }

    @Test
    void everyHintRestsOnASection() {
        for (DialogHint hint : DialogHint.values()) {
            assertTrue(hint.source().matches("RFC \\d{4}( §[\\d.]+)?(, (RFC \\d{4} )?§[\\d.]+)*"), hint.source());
        }
    }
}
