package org.sipsleuth.view.fx;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Every text of the bundle is a whole entry and a valid pattern.
class TextsTest {

    private static final Pattern KEY = Pattern.compile("[a-z][\\w-]*(\\.[\\w-]+)+");

    private final ResourceBundle texts = Texts.bundle();

    /// A text that continues on the next line without a backslash becomes a key of its own.
    @Test
    void everyLineOfTheBundleStartsWithAKey() {
        List<String> odd =
                new TreeSet<>(texts.keySet())
                        .stream().filter(key -> !KEY.matcher(key).matches()).toList();
        assertEquals(List.of(), odd);
    }

    @Test
    void everyTextIsAPattern() {
        for (String key : new TreeSet<>(texts.keySet())) {
            assertDoesNotThrow(() -> new MessageFormat(texts.getString(key), Locale.ENGLISH), key);
        }
    }
}
