package org.sipsleuth.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
    void sourcesAreStartedInTheirFolder() {
        assertEquals("./sipsleuth", StartCommand.text());
    }
}
