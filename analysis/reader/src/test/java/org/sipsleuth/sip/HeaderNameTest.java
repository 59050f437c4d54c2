package org.sipsleuth.sip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderNameTest {

    @ParameterizedTest
    @EnumSource
    void everyNameIsFoundInAnyCaseAndCompact(HeaderName name) {
        assertEquals(Optional.of(name), HeaderName.of(name.text()));
        assertEquals(Optional.of(name), HeaderName.of(name.text().toLowerCase(Locale.ROOT)));
        assertEquals(Optional.of(name), HeaderName.of(name.text().toUpperCase(Locale.ROOT)));
        name.compactForm().ifPresent(compact -> {
            assertEquals(Optional.of(name), HeaderName.of(compact));
            String upper = compact.toUpperCase(Locale.ROOT);
            assertEquals(Optional.of(name), HeaderName.of(upper));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "a,Accept-Contact",
        "b,Referred-By",
        "c,Content-Type",
        "d,Request-Disposition",
        "e,Content-Encoding",
        "f,From",
        "i,Call-ID",
        "j,Reject-Contact",
        "k,Supported",
        "l,Content-Length",
        "m,Contact",
        "n,Identity-Info",
        "o,Event",
        "r,Refer-To",
        "s,Subject",
        "t,To",
        "u,Allow-Events",
        "v,Via",
        "x,Session-Expires",
        "y,Identity"})
    void compactFormsAreThoseOfTheRegister(String compact, String name) {
        assertEquals(name, HeaderName.of(compact).orElseThrow().text());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "",
        "g",
        "z",
        "-",
        "1",
        "Vi",
        "Viaa",
        "Call ID",
        "Call\rID",
        "Call=ID",
        "C\u0053eq\u0000",
        "Content-Lengtj",
        "Content-Lengthy",
        "P-Charging-Function-Addressee",
        "X-0123456789012345678901234567890123456789"})
    void otherNamesAreUnknown(String name) {
        assertEquals(Optional.empty(), HeaderName.of(name));
    }

    /// The table compares eight bytes at a time, and goes on to the next place.
    @ParameterizedTest
    @EnumSource
    void whatIsShorterOrLongerIsAnotherName(HeaderName name) {
        String text = name.text();
        for (int length = 1; length < text.length(); length++) {
            assertIsItself(text.substring(0, length));
            assertIsItself(text.substring(length));
        }
        assertIsItself(text + "s");
        assertIsItself(text + "-" + text);
    }

    private static void assertIsItself(String text) {
        HeaderName.of(text)
                .ifPresent(found -> assertTrue(
                        text.equalsIgnoreCase(found.text())
                                || found.compactForm().filter(text::equalsIgnoreCase).isPresent(),
                        text + " is not " + found));
    }

    @Test
    void noCompactFormIsUsedTwice() {
        Set<String> forms = new HashSet<>();
        long count = Arrays.stream(HeaderName.values())
                .flatMap(name -> name.compactForm().stream())
                .peek(forms::add)
                .count();
        assertEquals(count, forms.size());
    }
}
