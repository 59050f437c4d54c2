package org.sipsleuth.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RawArgumentsTest {

    @TempDir Path folder;

    private Path commandLine(String latin1) throws Exception {
        return Files.write(folder.resolve("cmdline"), latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void bytesThatTheJvmReplacedComeBack() throws Exception {
        Path line = commandLine("java\0-cp\0x\0Main\0info\0caf\u00e9.pcap\0--keylog=\u00ff\0");
        assertArrayEquals(new String[]{"info", "caf\udce9.pcap", "--keylog=\udcff"},
                RawArguments.of(new String[]{"info", "caf\ufffd.pcap", "--keylog=\ufffd"}, line));
    }

    @Test
    void wholeArgumentsStayAsTheyAre() throws Exception {
        String[] arguments = {"info", "ü.pcap"};
        assertSame(arguments, RawArguments.of(arguments, commandLine("")));
        String[] unknown = {"caf\ufffd.pcap"};
        assertArrayEquals(unknown, RawArguments.of(unknown, folder.resolve("missing")));
    }
}
