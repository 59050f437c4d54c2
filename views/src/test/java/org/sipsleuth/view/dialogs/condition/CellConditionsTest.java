package org.sipsleuth.view.dialogs.condition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.annotation.DialogNote;
import org.sipsleuth.annotation.DialogNotes;
import org.sipsleuth.annotation.NoteMark;
import org.sipsleuth.annotation.field.NoteFields;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.filter.catalog.KnownFields;
import org.sipsleuth.filter.complete.Conditions;
import org.sipsleuth.view.dialogs.table.query.DialogColumn;
import org.sipsleuth.view.dialogs.table.query.OwnColumn;
import org.sipsleuth.view.ui.SampleCalls;

class CellConditionsTest {

    private SipIndex index;
    private CellConditions cells;

    @BeforeEach
    void note(@TempDir Path folder) throws IOException {
        index = SampleCalls.calls(3).index(folder.resolve("calls.pcap"));
        DialogNote note = new DialogNote(Optional.of(NoteMark.C), new TreeSet<>(Set.of("ask \"Bob\"")), "so it is");
        DialogNotes notes = DialogNotes.NONE.with(Map.of(index.dialogs().callId(1), note));
        cells = new CellConditions(new Conditions(KnownFields.catalog().with(NoteFields.of(notes))));
    }

    private String of(int dialog, DialogColumn column) {
        return cells.of(index, dialog, column).getFirst();
    }

    @Test
    void whatIsNotedIsAConditionOfItsDialog() {
        assertEquals("note.mark == \"C\"", of(1, OwnColumn.NOTE));
        assertEquals("note.tag == \"ask \\\"Bob\\\"\"", of(1, OwnColumn.TAGS));
        assertEquals("note.comment == \"so it is\"", of(1, OwnColumn.COMMENT));
    }

    @Test
    void whereNothingIsTheCallIdStandsForTheDialog() {
        String callId = "dialog.call_id == \"" + index.dialogs().callId(2) + "\"";
        assertEquals(callId, of(2, OwnColumn.NOTE));
        assertEquals(callId, of(2, OwnColumn.FINDING_CLASS));
        assertEquals(List.of(callId), cells.of(index, 2, null));
    }
}
