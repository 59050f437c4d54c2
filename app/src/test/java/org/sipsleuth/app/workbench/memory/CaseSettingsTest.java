package org.sipsleuth.app.workbench.memory;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sipsleuth.casefile.entry.Attachment.Kind;
import org.sipsleuth.view.dialogs.ladder.LadderOptions;
import org.sipsleuth.view.ui.Memory;

class CaseSettingsTest {

    private static String text(Kind kind, Memory memory) {
        return new String(CaseSettings.write(CaseSettings.of(kind, memory)), ISO_8859_1);
    }

    private static Map<String, String> read(Kind kind, String text) {
        return CaseSettings.read(kind, text.getBytes(ISO_8859_1));
    }

    @Test
    void onlyLayoutAndSettingsAreKept() {
        Memory memory = Memory.forgetful();
        memory.keep("theme", "dark");
        memory.keep("inspector.width", "312.5");
        memory.keep("dialogs.panes", "0.4210");
        memory.keep("recent", "/home/alice/secret.pcap");
        memory.keep("cases.recent", "/home/alice/office.case");
        memory.keep("filter.recent", "sip.from.user == \"alice\"");
        memory.keep("filter.saved", "alice");
        memory.keep("dialogs.layouts", "alice start=0");
        memory.keep("export.key", "/home/alice/our.key");
        memory.keep("window.width", "1280");
        memory.keep("legs.confidence", "0.5");
        memory.keep("report.sections.out", "glossary\nmethods");
        assertEquals("dialogs.panes=0.4210\ninspector.width=312.5\ntheme=dark\n", text(Kind.LAYOUT, memory));
        assertEquals("legs.confidence=0.5\nreport.sections.out=glossary\\nmethods\n", text(Kind.SETTINGS, memory));
        assertEquals("", text(Kind.OTHER, memory));
    }

    @Test
    void theSameStateGivesTheSameBytesInWhateverOrderItCame() {
        Memory one = Memory.forgetful();
        one.keep("theme", "light");
        one.keep("dialogs.columns", "start=0 caller=180");
        Memory other = Memory.forgetful();
        other.keep("dialogs.columns", "start=0 caller=180");
        other.keep("theme", "light");
        byte[] bytes = CaseSettings.write(CaseSettings.of(Kind.LAYOUT, one));
        assertArrayEquals(bytes, CaseSettings.write(CaseSettings.of(Kind.LAYOUT, other)));
        assertEquals(CaseSettings.of(Kind.LAYOUT, other), CaseSettings.read(Kind.LAYOUT, bytes));
    }

    @Test
    void whatTheWindowWritesIsRead() {
        Memory memory = Memory.forgetful();
        memory.keep("ladder", LadderOptions.FIRST.text());
        memory.keep("legs.fields", "X-Call-ID, In-Reply-To");
        memory.keep("report.language", "de");
        memory.keep("report.sections.out", "");
        memory.keep("files.once", "true");
        assertEquals(5, CaseSettings.of(Kind.SETTINGS, memory).size());
        assertEquals(CaseSettings.of(Kind.SETTINGS, memory), read(Kind.SETTINGS, text(Kind.SETTINGS, memory)));
    }

    @Test
    void valuesThatTheProgramCannotHaveWrittenAreIgnored() {
        for (String line : new String[]{
            "theme=purple",
            "recent=/etc/passwd",
            "export.folder=/tmp",
            "inspector.width=NaN",
            "inspector.width=1e300",
            "inspector.width=-5",
            "inspector.width=999999",
            "window.scale=0",
            "window.scale=20",
            "dialogs.panes=0",
            "dialogs.columns=",
            "dialogs.columns=no_such_column=5",
            "dialogs.columns=start=99999999999",
            "dialogs.columns=" + "start=0 ".repeat(5_000),
            "inspector.open=maybe",
            "theme=dark\\u00zz"}) {
            assertEquals(Map.of(), read(Kind.LAYOUT, line), line);
        }
        for (String line : new String[]{
            "theme=dark", // a layout
            "ladder=lanes=NOTHING",
            "ladder=" + LadderOptions.FIRST.text().replace("width=", "width=1e9"),
            "legs.fields=a b",
            "legs.fields=" + "x".repeat(61),
            "legs.fields=a" + ", a".repeat(32),
            "legs.confidence=2",
            "report.language=../../x",
            "report.sections.out=A&B"}) {
            assertEquals(Map.of(), read(Kind.SETTINGS, line), line);
        }
        assertEquals(Map.of("theme", "dark"), read(Kind.LAYOUT, "unknown=1\ntheme=dark\ninspector.open="));
        assertTrue(read(Kind.LAYOUT, "theme=dark\n" + "#".repeat(70_000)).isEmpty());
    }
}
