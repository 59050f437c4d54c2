package org.sipsleuth.dialog.ladder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostsFileTest {

    private static Map<String, String> read(byte[] bytes) throws IOException {
        Path file = Files.createTempFile("hosts", "");
        try {
            return HostsFile.read(Files.write(file, bytes));
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void theFirstNameOfAnAddressCounts() throws IOException {
        String text = """
                # comment
                192.0.2.1\tproxy.example.org proxy # the proxy
                192.0.2.1 other
                2001:DB8:0::1 six
                 127.0.0.1  localhost
                not-an-address name
                192.0.2.9
                """;
        assertEquals(Map.of("192.0.2.1", "proxy.example.org", "2001:db8::1", "six", "127.0.0.1", "localhost"),
                read(text.getBytes(UTF_8)));
    }

    @Test
    void aHugeFileIsRefused(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("hosts");
        try (var channel = java.nio.channels.FileChannel.open(file, java.nio.file.StandardOpenOption.CREATE,
                java.nio.file.StandardOpenOption.WRITE)) {
            channel.write(java.nio.ByteBuffer.wrap(new byte[1]), HostsFile.LARGEST_BYTES);
        }
        assertThrows(IOException.class, () -> HostsFile.read(file));
    }

    @Property(tries = 200)
    void anyBytesAreReadAndGiveAddressesOnly(@ForAll byte[] bytes) throws IOException {
        read(bytes).keySet().forEach(key -> assertTrue(key.matches("[0-9a-f.:]+"), key));
    }
}
