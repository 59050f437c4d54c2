package org.sipsleuth.view.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessageClassTest {

    @Test
    void statusCodesHaveTheClassOfTheirFirstDigit() {
        assertEquals(MessageClass.PROVISIONAL, MessageClass.of(183));
        assertEquals(MessageClass.SUCCESS, MessageClass.of(200));
        assertEquals(MessageClass.REDIRECTION, MessageClass.of(302));
        assertEquals(MessageClass.CLIENT_ERROR, MessageClass.of(404));
        assertEquals(MessageClass.FAILURE, MessageClass.of(503));
        assertEquals(MessageClass.FAILURE, MessageClass.of(603));
        assertEquals(MessageClass.FAILURE, MessageClass.of(999));
        assertEquals(MessageClass.REQUEST, MessageClass.of(1_000));
    }

    @Test
    void everyClassHasItsOwnShapeAndIsColouredInBothThemes() throws IOException {
        String css;
        try (var in = MessageClass.class.getResourceAsStream("sipsleuth.css")) {
            css = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
        for (MessageClass each : MessageClass.values()) {
            int colours = css.split(each.colour() + ": #", -1).length - 1; // twice more where presented
            assertTrue(colours == 2 || colours == 4, each.colour());
            assertTrue(css.contains("." + each.styleClass() + " {"), each.styleClass());
        }
        long shapes = Stream.of(MessageClass.values()).map(MessageClass::shape).distinct().count();
        assertEquals(MessageClass.values().length, shapes);
    }
}
