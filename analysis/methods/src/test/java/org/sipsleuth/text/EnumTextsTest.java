package org.sipsleuth.text;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.MissingResourceException;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sipsleuth.capture.CaptureFault;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.integrity.FileChange;
import org.sipsleuth.sequence.network.StopReason;
import org.sipsleuth.sip.DefectKind;

/// The bundles of enum constants are complete, and hold nothing else.
class EnumTextsTest {

    /// As in the guards of the window's bundle, of the help and of the documentation.
    private static final Pattern PRIVATE_WORDS = Pattern
            .compile("\\b(tells?|told|put together|taken for|believed by|holes?|anew|said of|cannot be[,;.]|claims?)");

    private enum Untold {
        ANYTHING
    }

    static Stream<Class<? extends Enum<?>>> types() {
        return Stream.of(CaptureFault.class, DefectKind.class, FileChange.class, StopReason.class, UnreadReason.class);
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyConstantHasAText(Class<? extends Enum<?>> type) {
        List<String> keys = Arrays.stream(type.getEnumConstants())
                .map(constant -> type.getSimpleName() + '.' + constant.name())
                .sorted()
                .toList();
        List<String> texts = new TreeSet<>(EnumTexts.bundle(type).keySet()).stream()
                .filter(key -> key.startsWith(type.getSimpleName() + '.'))
                .toList();
        assertEquals(keys, texts);
        for (Enum<?> constant : type.getEnumConstants()) {
            String text = EnumTexts.text(constant);
            assertFalse(text.isBlank(), constant.name());
            assertFalse(PRIVATE_WORDS.matcher(text).find(), text);
            String numbers = text.replace("%s", "%d");
            Object[] many = {1, 2, 3, 4};
            assertDoesNotThrow(() -> numbers.formatted(many), text);
        }
    }

    @Test
    void anEnumWithoutABundleIsAMistake() {
        assertThrows(RuntimeException.class, () -> EnumTexts.text(Untold.ANYTHING));
        assertThrows(MissingResourceException.class,
                () -> EnumTexts.bundle(DefectKind.class).getString("DefectKind.NONE"));
    }

    @Test
    void numbersAreGrouped() {
        assertEquals("Frame 5 has an implausible length of 587,333,632 bytes (limit 262,144).",
                CaptureFault.FRAME_LENGTH.text(5, 587_333_632, 262_144));
        assertTrue(PRIVATE_WORDS.matcher("Frame 5 claims 587333632 bytes").find());
    }
}
