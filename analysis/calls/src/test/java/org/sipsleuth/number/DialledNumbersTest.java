package org.sipsleuth.number;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sipsleuth.number.DialledNumbers.Destination;
import org.sipsleuth.number.DialledNumbers.Kind;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.setting.Settings;

class DialledNumbersTest {

    private static DialledNumbers numbers(String home) throws SettingException {
        return new DialledNumbers(Settings.of(List.of(DialledNumbers.homeRegion(), DialledNumbers.expensive()),
                Map.of(DialledNumbers.HOME, home)), RateTable.NONE);
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
        "US, +12684601234, INTERNATIONAL, +1"})
    void numbersLeadSomewhere(String home, String dialled, Kind kind, String prefix) throws SettingException {
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
        "12345678a, false"})
    void numbersOutsideAreLongerThanExtensions(String dialled, boolean isExternal) {
        assertEquals(isExternal, DialledNumbers.isExternal(dialled));
    }

    @Test
    void countriesAreNamed() throws SettingException {
        assertEquals("Latvia", numbers("none").destination("+37190000123").country());
        assertEquals("", numbers("none").destination("+881612345678").country());
    }

    /// Nobody hides what a call costs behind calls to many other ranges.
    @Test
    void ratesAreKnownBehindAnyNumberOfRanges() throws SettingException, IOException {
        DialledNumbers numbers = new DialledNumbers(
                Settings.of(List.of(DialledNumbers.homeRegion(), DialledNumbers.expensive()), Map.of()),
                RateTable.read(new StringReader("+371,3.50\n")));
        for (int i = 0; i < 50_000; i++) {
            numbers.destination("+" + (491_000_000L + i) + "0123");
        }
        Destination destination = numbers.destination("+37120000123");
        assertEquals(Optional.of(3.5), destination.rate().map(RateTable.Rate::price));
        assertEquals(Kind.EXPENSIVE, destination.kind());
    }
}
