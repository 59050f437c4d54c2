package org.sipsleuth.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sipsleuth.rule.DialledNumbers.Destination;
import org.sipsleuth.rule.DialledNumbers.Kind;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.setting.Settings;

class DialledNumbersTest {

    private static DialledNumbers numbers(String home) throws SettingException {
        return new DialledNumbers(
                Settings.of(new RuleMethod().settings(), Map.of(DialledNumbers.HOME, home)),
                RateTable.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "none, +99955010123, UNASSIGNED, +999",
        "none, 0099955010123, UNASSIGNED, +999",
        "none, +37190000123, PREMIUM, +371",
        "none, +19005551234, PREMIUM, +1",
        "none, +979123456789, PREMIUM, +979",
        "none, +881612345678, SATELLITE, +881",
        "none, +4930123456, INTERNATIONAL, +49",
        "none, 03012345678, UNKNOWN, 030",
        "none, 900999550101, UNKNOWN, 900",
        "none, +80012345678, INTERNATIONAL, +800",
        "DE, 03012345678, NATIONAL, +49",
        "DE, 09001234567, PREMIUM, +49",
        "DE, 0037120000123, INTERNATIONAL, +371",
        "DE, 0099955010123, UNASSIGNED, +999",
        "US, 01137120000123, INTERNATIONAL, +371",
        "US, +12684601234, INTERNATIONAL, +1"
    })
    void numbersLeadSomewhere(String home, String dialled, Kind kind, String prefix)
            throws SettingException {
        Destination destination = numbers(home).destination(dialled);
        assertEquals(kind, destination.kind());
        assertEquals(prefix, destination.prefix());
    }

    @ParameterizedTest
    @CsvSource({
        "1007, false",
        "+4930, false",
        "+493012345, true",
        "12345678, true",
        "(030) 123-456, true",
        "alice, false",
        "1234567890123456789, false",
        "+1234567890123456, false",
        "12345678a, false"
    })
    void numbersOutsideAreLongerThanExtensions(String dialled, boolean isExternal) {
        assertEquals(isExternal, DialledNumbers.isExternal(dialled));
    }

    @Test
    void countriesAreNamed() throws SettingException {
        assertEquals("Latvia", numbers("none").destination("+37190000123").country());
        assertEquals("", numbers("none").destination("+881612345678").country());
    }
}
