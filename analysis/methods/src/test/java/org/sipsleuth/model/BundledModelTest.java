package org.sipsleuth.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.sipsleuth.ngram.detection.NgramMethod;

final class BundledModelTest {

    @Test
    void itIsReadOnceAndShared() throws IOException {
        BundledModel model = new BundledModel(NgramMethod.class, "messages.model");
        assertTrue(model.isThere());
        assertSame(model.open(), model.open());
        assertSame(new NgramMethod().shipped(), new NgramMethod().shipped());
        assertEquals(new NgramMethod().shipped().sha256(), model.open().sha256());
    }

    @Test
    void aProgramWithoutItSaysSo() {
        BundledModel model = new BundledModel(NgramMethod.class, "none.model");
        assertFalse(model.isThere());
        IOException missing = assertThrows(IOException.class, model::open);
        assertEquals("The bundled model is missing: none.model", missing.getMessage());
    }
}
