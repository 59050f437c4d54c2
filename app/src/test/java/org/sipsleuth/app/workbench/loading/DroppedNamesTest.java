package org.sipsleuth.app.workbench.loading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DroppedNamesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a.pcap                         | Open 1 capture
            a.PCAP,b.pcapng.gz,c.cap       | Open 3 captures
            a.pcap,b.pcap,tls.keys         | Open 2 captures and 1 key log
            one.keylog,two.keys            | Open 2 key logs
            office.case                    | Open the case office
            evidence                       | Open evidence
            evidence,a.pcap                | Open 2 files
            office.case,a.pcap             | Open 2 files
            """)
    void saysWhatDroppingDoes(String names, String words) {
        assertEquals(words, DroppedNames.action(Stream.of(names.split(",")).map(Path::of).toList()));
    }
}
