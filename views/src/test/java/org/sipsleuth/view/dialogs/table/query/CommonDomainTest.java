package org.sipsleuth.view.dialogs.table.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.view.ui.SampleCalls;

class CommonDomainTest {

    @TempDir Path folder;

    @Test
    void hostThatMostUsersShareIsOmitted() throws IOException {
        SipIndex index = SampleCalls.calls(10).index(folder.resolve("calls.pcap"));
        assertEquals("example.com", CommonDomain.of(index));
    }

    @Test
    void scanThatRepeatsOneUserDoesNotDecide() throws IOException {
        Path incident = Path.of("../sample-captures/incident.pcap");
        assertEquals("example.org", CommonDomain.of(CaptureIndexer.read(List.of(incident), RunMonitor.NONE)));
    }

    @Test
    void onlyTheWholeHostIsOmittedAndOnlyAfterAUser() {
        assertEquals("1001", CommonDomain.omit("1001@example.org", "example.org"));
        assertEquals("1001", CommonDomain.omit("1001@EXAMPLE.org", "example.org"));
        assertEquals("1001@sub.example.org", CommonDomain.omit("1001@sub.example.org", "example.org"));
        assertEquals("1001@example.org:5070", CommonDomain.omit("1001@example.org:5070", "example.org"));
        assertEquals("example.org", CommonDomain.omit("example.org", "example.org"));
        assertEquals("@example.org", CommonDomain.omit("@example.org", "example.org"));
    }
}
