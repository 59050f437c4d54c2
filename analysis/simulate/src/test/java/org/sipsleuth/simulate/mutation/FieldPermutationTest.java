package org.sipsleuth.simulate.mutation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sipsleuth.simulate.clock.SeededRandom;
import org.sipsleuth.simulate.message.Mutation;

final class FieldPermutationTest {

    private static final String MESSAGE =
            String.join("\r\n", "BYE sip:john@doe SIP/2.0", "Via: SIP/2.0/UDP first;branch=z9hG4bKa;rport",
                    "Via: SIP/2.0/UDP second;branch=z9hG4bKb", "Max-Forwards: 70", "From: <sip:jane@doe>;tag=1",
                    "To: <sip:john@doe>;tag=2", "Call-ID: c", "CSeq: 2 BYE", "Content-Length: 6", "", "v=0\r\n\r");

    private static String permuted(long seed) {
        List<Mutation> changes = new ArrayList<>();
        byte[] written = new FieldPermutation(new SeededRandom(seed))
                .mutate(MESSAGE.getBytes(StandardCharsets.ISO_8859_1), changes);
        assertTrue(changes.isEmpty());
        return new String(written, StandardCharsets.ISO_8859_1);
    }

    private static List<String> fields(String message) {
        return Arrays.stream(message.substring(0, message.indexOf("\r\n\r\n")).split("\r\n"))
                .map(field -> field.startsWith("Max-Forwards") ? "Max-Forwards" : field)
                .map(field -> field.contains("first") ? "Via: first" : field)
                .sorted()
                .toList();
    }

    @Test
    void everyFieldIsKeptAndSoAreStartLineAndBody() {
        String permuted = permuted(1);
        assertNotEquals(MESSAGE, permuted);
        assertEquals(fields(MESSAGE), fields(permuted));
        assertTrue(permuted.startsWith("BYE sip:john@doe SIP/2.0\r\n"));
        assertTrue(permuted.endsWith("\r\n\r\nv=0\r\n\r"));
        assertTrue(permuted.contains("z9hG4bKa"));
    }

    @Test
    void viasKeepTheirOrder() {
        for (int seed = 0; seed < 50; seed++) {
            String permuted = permuted(seed);
            assertTrue(permuted.indexOf("UDP first") < permuted.indexOf("UDP second"), permuted);
        }
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherOneAnotherOrder() {
        assertEquals(permuted(7), permuted(7));
        assertNotEquals(permuted(7), permuted(8));
    }

    @Test
    void aMessageWithoutHeaderFieldsIsLeftAsItIs() {
        byte[] none = "OPTIONS sip:a SIP/2.0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);
        assertArrayEquals(none, new FieldPermutation(new SeededRandom(1)).mutate(none, new ArrayList<>()));
    }
}
