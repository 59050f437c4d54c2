package org.sipsleuth.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileNameTest {

    @TempDir Path folder;

    @BeforeEach
    void namesAreBytes() {
        assumeTrue(Charset.forName(System.getProperty("sun.jnu.encoding")).equals(StandardCharsets.UTF_8),
                "another encoding of names");
    }

    private Path file(String name) throws Exception {
        Path file = folder.resolve(FileName.path(name));
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "content of " + FileName.shown(name));
    }

    @Test
    void aNameInLatin1IsOpenedAndShown() throws Exception {
        String name = FileName.decode("café.pcap".getBytes(StandardCharsets.ISO_8859_1));
        Path file = file(name);
        assertEquals("caf\\xe9.pcap", FileName.last(file));
        Path again = FileName.path(FileName.string(file));
        assertEquals(file, again);
        assertEquals("content of caf\\xe9.pcap", Files.readString(again));
    }

    @Test
    void foldersMayHaveSuchNamesToo() throws Exception {
        Path file = file("d\udcff/e/f\udc80.pcap");
        assertEquals(folder + "/d\\xff/e/f\\x80.pcap", FileName.text(file));
        assertTrue(Files.exists(FileName.path(FileName.string(file))));
        assertEquals("d\\xff/x", FileName.text(FileName.path("d\udcff/x")));
        assertFalse(FileName.path("d\udcff/x").isAbsolute());
    }

    @Test
    void namesThatDifferInOneByteAreDistinguished() throws Exception {
        Path one = file("caf\udce9.pcap");
        Path other = file("caf\udce8.pcap");
        assertEquals(one.toString(), other.toString());
        assertNotEquals(FileName.text(one), FileName.text(other));
        assertEquals("content of caf\\xe8.pcap", Files.readString(FileName.path(FileName.string(other))));
    }

    @Test
    void aNameAsShownIsUnderstoodUnlessAFileHasLiterallyThatName() throws Exception {
        Path raw = file("caf\udce9.pcap");
        String typed = folder + "/caf\\xe9.pcap";
        assertEquals(raw, FileName.path(typed));
        Path literal = Files.writeString(folder.resolve("caf\\xe9.pcap"), "literal");
        assertEquals(literal, FileName.path(typed));
    }

    @Test
    void aReplacedNameIsFoundIfOnlyOneLooksLikeIt() throws Exception {
        Path one = file("g\udcff/caf\udce9.pcap");
        Path replaced = Path.of(one.toString());
        assertFalse(Files.exists(replaced));
        assertEquals(one, FileName.find(replaced));
        file("g\udcff/caf\udce8.pcap");
        assertEquals(replaced, FileName.find(replaced));
    }

    @Test
    void plainNamesStayAsTheyAre() {
        for (String name : new String[]{"a.pcap", "/x/ü/😀💀.pcap", "./a/../b", "", "/", "-"}) {
            assertEquals(name, FileName.text(FileName.path(name)));
            assertEquals(Path.of(name), FileName.path(name));
        }
    }

    @Property
    void anyBytesComeBack(@ForAll @Size(min = 1, max = 40) byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0 || bytes[i] == '/') {
                bytes[i] = 'x';
            }
        }
        String name = FileName.decode(bytes);
        Path path = FileName.path(name);
        assertEquals(name, FileName.string(path));
        assertArrayEquals(FileName.decode(bytes).toCharArray(), FileName.string(path).toCharArray());
        FileName.text(path).codePoints().forEach(c -> assertFalse(c >= 0xd800 && c <= 0xdfff));
    }
}
