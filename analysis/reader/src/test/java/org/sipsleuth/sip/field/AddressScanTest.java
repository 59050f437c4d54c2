package org.sipsleuth.sip.field;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class AddressScanTest {

    private static final List<String> ADDRESSES =
            List.of(
                    "Alice <sip:alice@example.org>;tag=1",
                    "\"Bob <b>\" <sip:bob@example.com:5060;user=phone>;tag=a;x",
                    "<sip:carol@a-b.c.example;lr>, <sip:d@192.0.2.1:65536>",
                    "<sip:bob%2f:pw@[2001:db8::1]:5060;a=b?c=d>;expires=60",
                    "<tel:+1-234>;TAG=t",
                    "<sip:a..b@c..d>",
                    "<sip:@example.org>");

    private static final String MARKS = "\r\n\t ,;:=<>\"\\@/[]?*%0129aZ.\0\u007f\u00e9";

    /// A usual URI is recognised only where more bytes follow the address: the general check reads
    /// it the same.
    @Property(tries = 5_000)
    void readsTheSameWhateverFollows(@ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(any(ADDRESSES, random));
        for (int i = random.nextInt(4); i > 0; i--) {
            int at = random.nextInt(text.length());
            char mark = MARKS.charAt(random.nextInt(MARKS.length()));
            switch (random.nextInt(3)) {
                case 0 -> text.setCharAt(at, mark);
                case 1 -> text.insert(at, mark);
                default -> text.deleteCharAt(at);
            }
        }
        assertSame(text.toString());
    }

    @Example
    void usualAddressesReadTheSameWhateverFollows() {
        ADDRESSES.forEach(AddressScanTest::assertSame);
    }

    private static void assertSame(String address) {
        for (boolean list : new boolean[] {false, true}) {
            assertEquals(read(address, "", list), read(address, "\r\nTo: x", list), address);
        }
    }

    private static List<Object> read(String address, String behind, boolean list) {
        byte[] bytes = (address + behind).getBytes(StandardCharsets.ISO_8859_1);
        AddressScan scan = new AddressScan();
        scan.read(bytes, 0, address.length(), list);
        return List.of(
                scan.displayFrom,
                scan.displayTo,
                scan.uriFrom,
                scan.uriTo,
                scan.isBracketed,
                scan.tagFrom,
                scan.tagTo,
                scan.isTagMalformed,
                scan.parametersFrom,
                scan.end,
                scan.faultFrom,
                scan.faultTo);
    }

    private static String any(List<String> texts, Random random) {
        return texts.get(random.nextInt(texts.size()));
    }
}
