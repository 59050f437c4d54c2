package org.sipsleuth.view.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.MissingResourceException;
import org.junit.jupiter.api.Test;
import org.sipsleuth.view.hops.HopsPage;

/// The first word of a key says where its text lies.
class TextsTest {

    @Test
    void theFirstWordIsThePackageOfAPage() {
        assertEquals("Select the dialogs of all findings", Texts.text("hops.select.all"));
        assertEquals("Hops", Texts.beside(HopsPage.class, "page.name"));
    }

    @Test
    void anyOtherWordIsOfASharedText() {
        assertEquals("known", Texts.text("mark.known"));
    }

    @Test
    void layoutsFindBoth() {
        assertTrue(Texts.bundle().containsKey("hops.select.all"));
        assertEquals("known", Texts.bundle().getString("mark.known"));
        assertFalse(Texts.bundle().containsKey("hops.none"));
    }

    @Test
    void aMissingTextIsAFault() {
        assertThrows(MissingResourceException.class, () -> Texts.text("hops.none"));
        assertThrows(MissingResourceException.class, () -> Texts.text("severity.none"));
        assertThrows(MissingResourceException.class, () -> Texts.beside(String.class, "page.name"));
    }
}
