package org.sipsleuth.call.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class UserNamesTest {

    private static final UserNames GERMAN = new UserNames(Optional.of("DE"), Map.of());

    @Test
    void urisOfOneUserHaveOneName() {
        for (String uri : new String[]{
            "sip:alice@Example.COM",
            "sips:alice@example.com;transport=tcp",
            " alice@example.com ",
            "sip:alice:secret@example.com?subject=x"}) {
            assertEquals("alice@example.com", UserNames.AS_WRITTEN.of(uri), uri);
        }
        assertEquals("Alice@example.com", UserNames.AS_WRITTEN.of("sip:Alice@example.com"));
    }

    @Test
    void internationalNumbersLoseSeparatorsAndHost() {
        assertEquals("+4930123456", UserNames.AS_WRITTEN.of("tel:+49-30-12.34(56)"));
        assertEquals("+4930123456", UserNames.AS_WRITTEN.of("sip:+4930123456@gw.example.com"));
    }

    @Test
    void localNumbersNeedARegion() {
        assertEquals("030123456", UserNames.AS_WRITTEN.of("030123456"));
        assertEquals("+4930123456", GERMAN.of("030123456"));
        assertEquals("+4930123456", GERMAN.of("004930123456"));
        assertEquals("201", GERMAN.of("201"));
    }

    @Test
    void whoeverWithholdsTheAddressIsNoUser() {
        for (String address : new String[]{
            "",
            "sip:anonymous@anonymous.invalid",
            "Anonymous",
            "*98",
            "sip:*98@pbx",
            "#31#"}) {
            assertEquals("", UserNames.AS_WRITTEN.of(address), address);
        }
    }

    @Test
    void aliasesStandForAUser() {
        UserNames names = new UserNames(Optional.empty(), Map.of("+4930123456", "201"));
        assertEquals("201", names.of("sip:+4930123456@gw"));
    }
}
