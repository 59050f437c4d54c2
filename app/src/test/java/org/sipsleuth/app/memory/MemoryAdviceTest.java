package org.sipsleuth.app.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.sipsleuth.run.Progress;

class MemoryAdviceTest {

    private static final long GIVEN = 256L << 20;

    @Test
    void theShareThatWasReadSaysHowMuchTheWholeNeeds() {
        assertEquals(
                "not enough memory: 256 MB were given, about 512 MB are needed;"
                        + " run it again with SIPSLEUTH_OPTS=-Xmx512m",
                MemoryAdvice.sentence(GIVEN, new Progress("Reading", 50, 100)));
    }

    @Test
    void whereTheShareIsUnknownAQuarterMoreIsProposed() {
        for (Progress unknown :
                new Progress[] {new Progress("", 0, -1), new Progress("Writing", 10, 100)}) {
            assertEquals(
                    "not enough memory: 256 MB were given, about 320 MB are needed;"
                            + " run it again with SIPSLEUTH_OPTS=-Xmx320m",
                    MemoryAdvice.sentence(GIVEN, unknown));
        }
    }
}
