package org.sipsleuth.export.anonymize.pseudonym;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.sipsleuth.capture.IpText;

class PseudonymsPropertyTest {

    private final Pseudonyms pseudonyms = new Pseudonyms(key(1));

    private static AnonymizationKey key(int number) {
        byte[] secret = new byte[32];
        secret[0] = (byte) number;
        return AnonymizationKey.of(secret);
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings().withCharRange('a', 'f').withChars("zZABF019-_.+").ofMinLength(1).ofMaxLength(40);
    }

    @Property
    void noTwoWordsBecomeOne(@ForAll("words") String one, @ForAll("words") String other) {
        assertEquals(one.equals(other), pseudonyms.word(one).equals(pseudonyms.word(other)));
    }

    @Property
    void aWordKeepsItsLengthItsMarksAndWhatItsCharactersAre(@ForAll("words") String word) {
        String pseudonym = pseudonyms.word(word);
        assertEquals(word.length(), pseudonym.length());
        for (int i = 0; i < word.length(); i++) {
            boolean mark = "-_.+".indexOf(word.charAt(i)) >= 0;
            assertEquals(mark, "-_.+".indexOf(pseudonym.charAt(i)) >= 0);
        }
        boolean number = word.chars().allMatch(c -> c >= '0' && c <= '9');
        assertEquals(number, pseudonym.chars().allMatch(c -> c >= '0' && c <= '9'));
    }

    @Property
    void wordsThatDifferInCaseOnlyDoSoAgain(@ForAll("words") String word) {
        String upper = word.toUpperCase(Locale.ROOT);
        String lower = word.toLowerCase(Locale.ROOT);
        assertTrue(pseudonyms.word(upper).equalsIgnoreCase(pseudonyms.word(lower)));
    }

    @Property
    void namesOfOneDomainAreOfOneDomainAgain(@ForAll("words") String one, @ForAll("words") String other) {
        String domain = "pbx.example.org";
        String suffix = "." + pseudonyms.word(domain);
        assertTrue(pseudonyms.word(one + "." + domain).endsWith(suffix));
        assertTrue(pseudonyms.word(other + "." + domain).endsWith(suffix));
    }

    @Example
    void allNumbersOfThreeDigitsBecomeAllNumbersOfThreeDigits() {
        Set<String> all = new HashSet<>();
        int same = 0;
        for (int i = 0; i < 1000; i++) {
            String number = "%03d".formatted(i);
            String pseudonym = pseudonyms.word(number);
            assertEquals(zeros(number), zeros(pseudonym));
            all.add(pseudonym);
            same += number.equals(pseudonym) ? 1 : 0;
        }
        assertEquals(1000, all.size());
        assertTrue(same < 20, same + " are the same");
    }

    private static int zeros(String number) {
        return number.length() - number.replaceFirst("^0+", "").length();
    }

    @Example
    void marksInANumberDoNotChangeIt() {
        String plain = pseudonyms.word("4930123456");
        assertEquals(plain, pseudonyms.word("49-30-123456").replace("-", ""));
        assertEquals("00" + plain, pseudonyms.word("004930123456"));
    }

    @Example
    void whatIsNobodysStays() {
        assertEquals("anonymous", pseudonyms.word("anonymous"));
        assertEquals("anonymous.invalid", pseudonyms.word("anonymous.invalid"));
        assertEquals("Anonymous", pseudonyms.freeText("Anonymous"));
        assertNotEquals("alice", pseudonyms.word("alice"));
        assertEquals("z9hG4bK", pseudonyms.word("z9hG4bKabc").substring(0, 7));
    }

    @Property
    void anotherKeyGivesOtherPseudonyms(@ForAll @IntRange(min = 2, max = 100) int other) {
        Pseudonyms others = new Pseudonyms(key(other));
        assertNotEquals(pseudonyms.word("4930123456"), others.word("4930123456"));
        assertNotEquals(pseudonyms.freeText("A Name"), others.freeText("A Name"));
        byte[] address = {85, 1, 2, 3};
        assertFalse(Arrays.equals(pseudonyms.address(address), others.address(address)));
    }

    @Property
    void thePseudonymOfAShortTextRevealsNothing(@ForAll String text) {
        String pseudonym = pseudonyms.freeText(text);
        if (!text.isBlank() && text.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            boolean isShort = text.length() < 16;
            assertTrue(!isShort || pseudonym.length() == 15 || pseudonym.equals(text), pseudonym);
        }
    }

    @Property
    void addressesShareAsManyBitsAsTheirPseudonyms(@ForAll @Size(4) byte[] one,
            @ForAll @IntRange(min = 16, max = 31) int bits) {
        byte[] other = one.clone();
        other[bits / 8] ^= (byte) (0x80 >> bits % 8);
        boolean sameBlock = AddressBlocks.of(one) == AddressBlocks.of(other);
        if (sameBlock) {
            assertEquals(bits, shared(pseudonyms.address(one), pseudonyms.address(other)));
        }
    }

    @Property
    void addressesOfIpv6ShareAsManyBitsToo(@ForAll @Size(16) byte[] one,
            @ForAll @IntRange(min = 16, max = 127) int bits) {
        one[0] = (byte) ((one[0] & 0x1f) | 0x20); // global
        byte[] other = one.clone();
        other[bits / 8] ^= (byte) (0x80 >> bits % 8);
        assertEquals(bits, shared(pseudonyms.address(one), pseudonyms.address(other)));
    }

    private static int shared(byte[] one, byte[] other) {
        int bits = 0;
        while (bits < one.length * 8 && AddressBlocks.bit(one, bits) == AddressBlocks.bit(other, bits)) {
            bits++;
        }
        return bits;
    }

    @Property
    void anAddressStaysInItsBlock(@ForAll @Size(4) byte[] address) {
        assertEquals(AddressBlocks.of(address), AddressBlocks.of(pseudonyms.address(address)));
    }

    @Example
    void whatAddressesMeanStays() {
        for (String same : new String[]{"0.0.0.0", "127.0.0.1", "224.0.1.75", "::", "::1"}) {
            assertEquals(same, text(same));
        }
        assertTrue(text("10.1.2.3").startsWith("10."));
        assertTrue(text("192.168.7.9").startsWith("192.168."));
        assertTrue(text("fe80::1:2").matches("fe[89ab].*"));
        assertEquals("::ffff:" + text("85.1.2.3"), embedded("85.1.2.3"));
    }

    private String text(String address) {
        return IpText.of(pseudonyms.address(InetAddress.ofLiteral(address).getAddress()));
    }

    private String embedded(String address) {
        byte[] whole = new byte[16];
        whole[10] = (byte) 0xff;
        whole[11] = (byte) 0xff;
        byte[] four = InetAddress.ofLiteral(address).getAddress();
        System.arraycopy(four, 0, whole, 12, 4);
        byte[] pseudonym = pseudonyms.address(whole);
        assertArrayEquals(Arrays.copyOf(whole, 12), Arrays.copyOf(pseudonym, 12));
        return "::ffff:" + IpText.of(Arrays.copyOfRange(pseudonym, 12, 16));
    }

    @Property
    void noTwoSourcesBecomeOne(@ForAll int one, @ForAll int other) {
        assertEquals(one == other, pseudonyms.number(one) == pseudonyms.number(other));
    }
}
