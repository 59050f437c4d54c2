package org.sipsleuth.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StartCommandTest {

    @AfterEach
    void forget() {
        System.clearProperty(StartCommand.PACKAGE);
    }

    @Test
    void aPackageIsStartedByItsName() {
        System.setProperty(StartCommand.PACKAGE, "deb");
        assertEquals("sipsleuth", StartCommand.text());
    }

    @Test
    void anArchiveIsStartedByItsPathAsAShellReadsIt() {
        System.setProperty(StartCommand.PACKAGE, "tar.gz");
        String java = System.getProperty("java.home");
        try {
            System.setProperty("java.home", "/opt/sipsleuth-0.1.0~1/runtime");
            assertEquals("/opt/sipsleuth-0.1.0~1/bin/sipsleuth", StartCommand.text());
            System.setProperty("java.home", "/home/ana/it's new/runtime");
            assertEquals("'/home/ana/it'\\''s new/bin/sipsleuth'", StartCommand.text());
            assertEquals(Path.of("/home/ana/it's new/share/doc/sipsleuth/docs"), StartCommand.documentation());
        } finally {
            System.setProperty("java.home", java);
        }
    }

    @Test
    void sourcesAreStartedInTheirFolder() {
        assertEquals("./sipsleuth", StartCommand.text());
    }
}
