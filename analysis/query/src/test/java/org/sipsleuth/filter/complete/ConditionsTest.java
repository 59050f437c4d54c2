package org.sipsleuth.filter.complete;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.Talk;
import org.sipsleuth.filter.Filter;
import org.sipsleuth.filter.catalog.KnownFields;
import org.sipsleuth.filter.field.Field;
import org.sipsleuth.filter.field.FieldCatalog;

final class ConditionsTest {

    private static final FieldCatalog CATALOG = KnownFields.catalog();
    private static final Conditions CONDITIONS = new Conditions(CATALOG);
    private static final PointedAt POINTED_AT = new PointedAt(CATALOG);

    private static SipIndex call(String more) throws IOException {
        return new Talk().request(Talk.CALLER, Talk.CALLEE, "INVITE", 1, "one", more)
                .response(Talk.CALLEE, Talk.CALLER, 486, "INVITE", 1, "one")
                .read();
    }

    private static boolean holds(String condition, SipIndex index, int message) throws Exception {
        return Filter.of(condition, CATALOG).holds(index, message);
    }

    @Test
    void conditionOfEveryFieldFitsTheMessageItWasMadeFrom() throws Exception {
        SipIndex index =
                call("Subject: a \"b\" \\ c\tü\r\nX-Odd: \u202eevil\u0001\r\nMax-Forwards: 70\r\n" + Talk.sdp("0 8"));
        int asked = 0;
        for (Field field : CATALOG.fields()) {
            for (int message = 0; message < index.messages().size(); message++) {
                Optional<String> condition = CONDITIONS.ofField(index, message, field.name());
                if (condition.isPresent()) {
                    assertTrue(holds(condition.get(), index, message), condition.get());
                    asked++;
                }
            }
        }
        assertTrue(asked > 60, "only " + asked);
    }

    @Property(tries = 60)
    void whateverAByteBelongsToTheConditionFitsItsMessage(@ForAll String name, @ForAll String value, @ForAll int seed)
            throws Exception {
        SipIndex index = call("X" + name + ": " + value + "\r\n" + Talk.sdp("0 8"));
        int length = index.messages().lengthBytes(0);
        for (int i = 0; i < 8; i++) {
            int offset = Math.floorMod(seed + i * 37, length);
            for (String condition : POINTED_AT.conditions(index, 0, offset)) {
                assertTrue(holds(condition, index, 0), condition);
            }
        }
    }

    private static List<String> pointedAt(SipIndex index, int message, String at) {
        String text = new String(index.bytes(message), StandardCharsets.ISO_8859_1);
        return POINTED_AT.conditions(index, message, text.indexOf(at));
    }

    @Test
    void narrowestFieldUnderThePointerComesFirst() throws IOException {
        SipIndex index = call("X-Mine: yes\r\nRSeq: 7\r\nFoo%Bar: z\r\n");
        assertEquals("sip.r-uri.host == \"example.org\"", pointedAt(index, 0, "example").getFirst());
        assertEquals("sip.X-Mine == \"yes\"", pointedAt(index, 0, "yes").getFirst());
        assertEquals("sip.X-Mine == \"yes\"", pointedAt(index, 0, "X-Mine").getFirst());
        assertEquals("sip.RSeq == 7", pointedAt(index, 0, "7\r\n").getFirst());
        assertEquals("sip contains \"Foo%Bar: z\"", pointedAt(index, 0, "Foo").getFirst());
        assertEquals("sip.Status-Code == 486", pointedAt(index, 1, "486").getFirst());
    }

    @Test
    void looseFiltersAreGroupedBeforeAConditionJoins() {
        assertEquals("b == 1", Joining.ONLY.join("a == 1", "b == 1"));
        assertEquals("!(b == 1)", Joining.WITHOUT.join("a == 1", "b == 1"));
        assertEquals("a == 1 && b == 1", Joining.AND.join(" a == 1 ", "b == 1"));
        assertEquals("(a || c) && b == 1", Joining.AND.join("a || c", "b == 1"));
        assertEquals("a || c || b == 1", Joining.OR.join("a || c", "b == 1"));
        assertEquals("a && !(b == 1)", Joining.AND_NOT.join("a", "b == 1"));
        assertEquals("b == 1", Joining.AND.join("", "b == 1"));
    }
}
