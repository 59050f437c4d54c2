package org.sipsleuth.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CompareCommandTest {

    @TempDir private Path folder;

    private String two() throws IOException {
        return new TestCapture().call(0, "one")
                .sip(30_000_000_000L, TestCapture.CALLER, TestCapture.CALLEE,
                        TestCapture.request("INVITE", "two", 1, ""))
                .in(folder, "two.pcap");
    }

    @Test
    void twoDialogsStandSideBySide() throws IOException {
        Run run = Run.of("compare", two(), "--call-id", "one", "--call-id", "two");
        assertEquals(0, run.code());
        List<String> lines = run.out().lines().toList();
        assertTrue(lines.getFirst().startsWith("6 rows differ; the right dialog"), run.out());
        assertTrue(run.out().contains("A → B  INVITE"), run.out());
        assertTrue(run.out().matches("(?s).*B → A  180 Ringing \\(INVITE\\) +<\n.*"), run.out());
    }

    @Test
    void aDialogDoesNotDifferFromItself() throws IOException {
        Run run = Run.of("compare", two(), "--call-id", "one", "--call-id", "one");
        assertEquals(0, run.code());
        assertTrue(run.out().startsWith("no differences\n"), run.out());
    }

    @Test
    void twoMessagesStandSideBySide() throws IOException {
        Run run = Run.of("compare", two(), "--frame", "1", "--frame", "8");
        assertEquals(0, run.code());
        assertTrue(run.out().contains("Call-ID: ⟦one⟧"), run.out());
        assertTrue(run.out().contains("~ Call-ID: ⟦two⟧"), run.out());
        Run ascii = Run.in(StandardCharsets.US_ASCII, Map.of(), "compare", two(), "--frame", "1", "--frame", "8");
        assertTrue(ascii.out().contains("Call-ID: {one}"), ascii.out());
    }

    @Test
    void recordsHaveTheColumnsOfTheContract() throws IOException {
        Run dialogs = Run.of("compare", two(), "--call-id", "one", "--call-id", "two", "--format", "csv");
        assertTrue(dialogs.out()
                .startsWith(
                        "difference,other_way,other_pause,left_frame,left_type,left_src,left_dst,left_delta,right_frame,right_type,right_src,right_dst,right_delta,left_file,right_file\r\n"
                                + "same,false,false,1,INVITE,"),
                dialogs.out());
        assertTrue(dialogs.out().contains("only_left,false,false,2,100,"), dialogs.out());
        Run messages = Run.of("compare", two(), "--frame", "1", "--frame", "8", "--format", "csv");
        assertTrue(messages.out().startsWith("difference,moved,part,name,left,right\r\n"), messages.out());
        assertTrue(messages.out().contains("changed,false,header,Call-ID,Call-ID: one,Call-ID: two"), messages.out());
    }

    @Test
    void twoOfAKindMustBeNamed() throws IOException {
        assertEquals(2, Run.of("compare", two()).code());
        assertEquals(2, Run.of("compare", two(), "--call-id", "one").code());
        assertEquals(2, Run.of("compare", two(), "--call-id", "one", "--frame", "1").code());
        Run unknown = Run.of("compare", two(), "--frame", "1", "--frame", "99");
        assertEquals(2, unknown.code());
        assertTrue(unknown.err().contains("frame 99"), unknown.err());
        assertFalse(Run.of("compare", two(), "--call-id", "one", "--call-id", "twoo").code() == 0);
    }
}
