package org.sipsleuth.view.dialogs.ladder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.role.RoleFile;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.samples.SampleCaptures;
import org.sipsleuth.transaction.TransactionTable;

class RoleTextTest {

    @TempDir private Path directory;
    private HostRoles roles;

    @BeforeEach
    void readSample() throws IOException {
        Path capture = SampleCaptures.copyTo(SampleCaptures.list()
                .stream()
                .filter(each -> each.file().equals("incident.pcap"))
                .findFirst()
                .orElseThrow(), directory);
        Path file = Files.writeString(directory.resolve("r.csv"), "203.0.113.129,trunk");
        roles = HostRoles.of(
                TransactionTable.of(CaptureIndexer.read(List.of(capture), RunMonitor.NONE), RunMonitor.NONE),
                RoleFile.read(file));
    }

    @Test
    void lifelineIsExplainedByTheRoleOfItsHost() {
        assertEquals("\nRole: registrar", RoleText.of(roles, List.of("192.0.2.1")));
        assertEquals("\nRole: scanner", RoleText.of(roles, List.of("203.0.113.66")));
        assertEquals("\nRole: trunk (your correction)", RoleText.of(roles, List.of("203.0.113.129")));
    }

    @Test
    void severalHostsHaveTheirRoles() {
        assertEquals("\nRole: phone, trunk", RoleText.of(roles, List.of("192.0.2.11", "192.0.2.12", "198.51.100.10")));
    }

    @Test
    void unknownRoleIsNotNamed() {
        assertEquals("", RoleText.of(roles, List.of("192.0.2.200", "no host")));
    }
}
