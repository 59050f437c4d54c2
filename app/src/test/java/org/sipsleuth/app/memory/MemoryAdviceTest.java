package org.sipsleuth.app.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.app.Main;
import org.sipsleuth.app.memory.MemoryAdvice.Reached;
import org.sipsleuth.run.Counted;
import org.sipsleuth.run.Progress;

class MemoryAdviceTest {

    private static final long MEBIBYTE = 1 << 20;

    /// 10 MiB, and 1 MiB for 1,024 messages or 512 dialogs.
    private static final MemoryNeed NEED = new MemoryNeed(10, 1_024, 2_048);

    /// Methods that run before memory runs out, or that nobody calls then.
    private static final Set<String> HAS_MEMORY = Set.of("main", "isKeptAlive", "toString", "hashCode", "equals");

    private static long needed(long givenMebibytes, Progress last, Counted counted, long bytes) {
        return MemoryAdvice.neededMebibytes(givenMebibytes * MEBIBYTE, NEED, new Reached(last, counted, bytes));
    }

    @Test
    void theSentenceNamesWhatWasGivenWhatIsNeededAndHowToGiveIt() {
        assertEquals(
                "not enough memory: 16 MB were given, about 30 MB are needed;"
                        + " run it again with SIPSLEUTH_OPTS=-Xmx30m",
                MemoryAdvice.sentence(16 * MEBIBYTE, NEED,
                        new Reached(new Progress("Reading", 100, 100), new Counted(10_240, 5_120), 1)));
    }

    @Test
    void ofACaptureThatIsHalfReadTheWholeIsExtrapolated() {
        assertEquals(needed(16, new Progress("Detecting", 1, 9), new Counted(20_480, 10_240), 1),
                needed(16, new Progress("Reading", 50, 100), new Counted(10_240, 5_120), 1));
    }

    @Test
    void ofACaptureThatWasNotBegunItsSizeIsAllThatIsKnown() {
        // 42,000 messages in 6,000 dialogs: 10 + 41 + 12 MiB
        assertEquals(63, needed(16, new Progress("", 0, -1), Counted.NOTHING, 600L * 42_000));
    }

    @Test
    void moreIsNamedThanWasGiven() {
        assertEquals(110, needed(100, new Progress("Detecting", 1, 9), new Counted(10_240, 5_120), 1));
    }

    @Test
    void largeAmountsAreRound() {
        assertEquals(1_020, needed(16, new Progress("Detecting", 1, 9), new Counted(1_024_000, 5_120), 1));
    }

    /// Linking one makes a class, for which there may be no memory; the call fails ever after.
    @ParameterizedTest
    @ValueSource(classes = {MemoryAdvice.class, MemoryNeed.class, Reached.class, Main.class})
    void whatSaysItLinksNothing(Class<?> type) throws IOException {
        for (MethodModel method : bytecode(type).methods()) {
            if (!HAS_MEMORY.contains(method.methodName().stringValue())) {
                assertTrue(
                        method.code()
                                .orElseThrow()
                                .elementStream()
                                .noneMatch(InvokeDynamicInstruction.class::isInstance),
                        type.getSimpleName() + "." + method.methodName().stringValue());
            }
        }
    }

    private static ClassModel bytecode(Class<?> type) throws IOException {
        String name = type.getName();
        try (InputStream in = type.getResourceAsStream(name.substring(name.lastIndexOf('.') + 1) + ".class")) {
            return ClassFile.of().parse(Objects.requireNonNull(in, name).readAllBytes());
        }
    }
}
