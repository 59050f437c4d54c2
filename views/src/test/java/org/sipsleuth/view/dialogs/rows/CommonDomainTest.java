package org.sipsleuth.view.dialogs.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.view.fx.SampleCalls;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

class CommonDomainTest {

    @TempDir Path folder;

    @Test
    void hostThatMostUsersShareIsOmitted() throws IOException {
        SipIndex index = SampleCalls.calls(10).index(folder.resolve("calls.pcap"));
        Optional<String> host = CommonDomain.of(index);
        assertEquals(Optional.of("example.com"), host);
    }

    @Test
    void onlyTheWholeHostIsOmittedAndOnlyAfterAUser() {
        assertEquals("1001", CommonDomain.omit("1001@example.org", "example.org"));
        assertEquals("1001", CommonDomain.omit("1001@EXAMPLE.org", "example.org"));
        assertEquals(
                "1001@sub.example.org", CommonDomain.omit("1001@sub.example.org", "example.org"));
        assertEquals(
                "1001@example.org:5070", CommonDomain.omit("1001@example.org:5070", "example.org"));
        assertEquals("example.org", CommonDomain.omit("example.org", "example.org"));
        assertEquals("@example.org", CommonDomain.omit("@example.org", "example.org"));
    }
}
