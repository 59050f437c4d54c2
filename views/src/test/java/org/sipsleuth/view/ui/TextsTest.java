package org.sipsleuth.view.ui;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

    /// Words that a VoIP engineer would have to decode. The list guards against relapse only: other
    /// texts are read, not filtered.
    private static final Pattern PRIVATE_WORDS =
            Pattern.compile("\\b(tells?|told|put together|taken for|believed by|holes?|anew|said of)\\b");

    private final ResourceBundle texts = Texts.bundle();

    /// A text that continues on the next line without a backslash becomes a key of its own.
    @Test
    void everyLineOfTheBundleStartsWithAKey() {
        List<String> odd = new TreeSet<>(texts.keySet()).stream().filter(key -> !KEY.matcher(key).matches()).toList();
        assertEquals(List.of(), odd);
    }

    @Test
    void noTextNeedsAPrivateVocabulary() {
        assertTrue(PRIVATE_WORDS.matcher("Put together of 3 pieces; told by 2").find());
        List<String> odd = new TreeSet<>(texts.keySet()).stream()
                .filter(key -> PRIVATE_WORDS.matcher(texts.getString(key)).find())
                .map(key -> key + "=" + texts.getString(key))
                .toList();
        assertEquals(List.of(), odd);
    }

    @Test
    void everyTextIsAPattern() {
        for (String key : new TreeSet<>(texts.keySet())) {
            assertDoesNotThrow(() -> new MessageFormat(texts.getString(key), Locale.ENGLISH), key);
        }
    }
}
