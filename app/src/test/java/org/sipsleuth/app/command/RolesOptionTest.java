package org.sipsleuth.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.samples.SampleCaptures;

class RolesOptionTest {

    @TempDir private Path directory;
    private String capture = "";

    @BeforeEach
    void copySample() throws IOException {
        capture = SampleCaptures.copyTo(SampleCaptures.list()
                .stream()
                .filter(each -> each.file().equals("incident.pcap"))
                .findFirst()
                .orElseThrow(), directory).toString();
    }

    private String roles(String text) throws IOException {
        return Files.writeString(directory.resolve("ours.csv"), text).toString();
    }

    private Run dialogs(String filter, String roles) {
        return Run.of("dialogs", capture, "--filter", filter, "--roles", roles, "--format", "csv");
    }

    @Test
    void rolesAreFieldsOfFilters() throws IOException {
        String none = roles("");
        String scanner = dialogs("role.source == \"scanner\"", none).out();
        assertEquals(scanner, dialogs("ip.src == 203.0.113.66 && sip.Method", none).out());
        assertTrue(dialogs("role.destination == \"trunk\"", none).out().lines().count() > 1);
    }

    @Test
    void correctedRoleCounts() throws IOException {
        String corrected = roles("203.0.113.66,phone");
        assertEquals(1, dialogs("role.source == \"scanner\"", corrected).out().lines().count());
    }

    @Test
    void allowedScannerIsListedAsInfo() throws IOException {
        String allowed = roles("203.0.113.66,scanner,yes,our audit");
        Run run = Run.of("analyze", capture, "--roles", allowed, "--fail-on", "low");
        assertTrue(run.out().contains("203.0.113.66 is on the list of allowed hosts: our audit."));
        assertFalse(run.out().contains("MEDIUM  Extension enumeration by 203.0.113.66"));
        Run judged = Run.of("analyze", capture, "--roles", roles(""));
        assertFalse(judged.out().contains("allowed hosts"));
    }

    @Test
    void fileThatCannotBeReadEndsTheCommand() throws IOException {
        Run wrong = Run.of("analyze", capture, "--roles", roles("192.0.2.1,telephone"));
        assertEquals(3, wrong.code());
        assertTrue(wrong.err().contains("line 1: unknown role \"telephone\""), wrong.err());
        Run missing = Run.of("analyze", capture, "--roles", directory + "/none.csv");
        assertEquals(3, missing.code());
        assertTrue(missing.err().contains("none.csv: no such file"), missing.err());
    }
}
