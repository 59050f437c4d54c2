package org.sipsleuth.view.dialogs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.annotation.DialogNote;
import org.sipsleuth.annotation.DialogNotes;
import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.field.DialogField;
import org.sipsleuth.file.OutputFile;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.view.dialogs.table.query.DialogColumn;
import org.sipsleuth.view.dialogs.table.query.Listed;
import org.sipsleuth.view.dialogs.table.query.OwnColumn;
import org.sipsleuth.view.dialogs.table.query.RowText;
import org.sipsleuth.view.ui.SampleCalls;

/// What leaves the list as text.
class ListCopiesTest {

    private static final int DIALOGS = 40;
    private static final DialogColumn CALLER = DialogColumn.of(DialogField.CALLER);
    private static final DialogColumn MESSAGES = DialogColumn.of(DialogField.MESSAGES);
    private static final DialogColumn SEQUENCE = DialogColumn.of(DialogField.SEQUENCE);

    private SipIndex index;
    private DialogTable dialogs;

    @BeforeEach
    void read(@TempDir Path folder) throws IOException {
        index = SampleCalls.calls(DIALOGS).index(folder.resolve("calls.pcap"));
        dialogs = index.dialogs();
    }

    private Listed commented(String comment) {
        DialogNote note = new DialogNote(Optional.empty(), new TreeSet<>(), comment);
        return Listed.of(index).withNotes(DialogNotes.NONE.with(Map.of(dialogs.callId(3), note)));
    }

    @Test
    void copiesAreSafeFromFormulas() {
        for (String hostile : List.of("=1+1", "+1", "-1", "@sum", "\tx", "\rx")) {
            RowText rows = new RowText(commented(hostile), List.of(OwnColumn.COMMENT, MESSAGES));
            String line = rows.csv(List.of(3)).lines().skip(1).findFirst().orElseThrow();
            assertTrue(line.startsWith("'") || line.startsWith("\\"), line);
            assertTrue(line.endsWith("," + dialogs.messageCount(3)), line);
            String pasted = rows.tabSeparated(List.of(3)).lines().skip(1).findFirst().orElseThrow();
            assertTrue(pasted.startsWith("'") || pasted.startsWith("\\"), pasted);
        }
        RowText rows = new RowText(commented("a|b [x](y) <b>"), List.of(OwnColumn.COMMENT));
        assertEquals("| Comment |\n|---|\n| a\\|b \\[x\\]\\(y\\) \\<b\\> |\n", rows.markdown(List.of(3)));
        assertTrue(rows.json(List.of(3)).contains("\"Comment\": \"a|b [x](y) <b>\""));
    }

    private static OutputFile file(Path path) throws IOException {
        return OutputFile.at(path, OutputRules.NEW_FILES);
    }

    @Test
    void theListIsSavedWhole(@TempDir Path folder) throws IOException {
        RowText rows = new RowText(Listed.of(index), List.of(CALLER, MESSAGES));
        List<Integer> all = IntStream.range(0, DIALOGS).boxed().toList();
        ListSaver.write(rows, all, file(folder.resolve("list.csv")), RunMonitor.NONE);
        assertEquals(rows.csv(all), Files.readString(folder.resolve("list.csv")));
        ListSaver.write(rows, all, file(folder.resolve("list.json")), RunMonitor.NONE);
        assertEquals(rows.json(all), Files.readString(folder.resolve("list.json")));
    }

    @Test
    void copiedValuesStayInTheirCells() {
        String csv = new RowText(Listed.of(index), List.of(CALLER, SEQUENCE)).csv(List.of(0));
        assertEquals("Caller,Message types\r\n" + dialogs.caller(0) + "," + dialogs.sequenceText(0) + "\r\n", csv);
        assertEquals("a\\tb\\x1b", RowText.escaped("a\tb\u001b"));
    }
}
