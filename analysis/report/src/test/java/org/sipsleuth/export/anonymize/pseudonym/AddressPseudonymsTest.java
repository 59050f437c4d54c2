package org.sipsleuth.export.anonymize.pseudonym;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// How often address bits survive by chance, over 10 keys of 10,000 addresses each.
class AddressPseudonymsTest {

    private static final int ADDRESSES = 10_000;
    private static final int KEYS = 10;
    private static final double LEAST_KEPT = 0.002;
    private static final double MOST_KEPT = 0.006; // 1/256 = 0.0039 is expected

    /// @param lastByteKept share of addresses with the last byte as it was
    /// @param unchanged addresses that are their own pseudonym
    private record Survived(double lastByteKept, int unchanged) {}

    private static Pseudonyms pseudonyms(int number) {
        byte[] secret = new byte[32];
        secret[0] = (byte) number;
        return new Pseudonyms(AnonymizationKey.of(secret));
    }

    /// @param prefix the first bytes of all addresses
    private static Survived survived(int number, int bytes, int... prefix) {
        Pseudonyms pseudonyms = pseudonyms(number);
        Random random = new Random(number);
        int kept = 0;
        int unchanged = 0;
        byte[] address = new byte[bytes];
        for (int i = 0; i < ADDRESSES; i++) {
            random.nextBytes(address);
            for (int at = 0; at < prefix.length; at++) {
                address[at] = (byte) prefix[at];
            }
            byte[] pseudonym = pseudonyms.address(address);
            kept += pseudonym[bytes - 1] == address[bytes - 1] ? 1 : 0;
            unchanged += Arrays.equals(pseudonym, address) ? 1 : 0;
        }
        return new Survived((double) kept / ADDRESSES, unchanged);
    }

    private static void assertSurvivedByChance(int mostUnchanged, int bytes, int... prefix) {
        int unchanged = 0;
        for (int number = 1; number <= KEYS; number++) {
            Survived survived = survived(number, bytes, prefix);
            assertTrue(survived.lastByteKept() >= LEAST_KEPT && survived.lastByteKept() <= MOST_KEPT,
                    "key " + number + ": " + survived);
            unchanged += survived.unchanged();
        }
        assertTrue(unchanged <= mostUnchanged, unchanged + " are their own pseudonym");
    }

    @Test
    void lastByteOfPublicIpv4AddressesSurvivesByChanceOnly() {
        assertSurvivedByChance(0, 4, 85);
    }

    @Test
    void lastByteOfPrivateAddressesSurvivesByChanceOnly() {
        assertSurvivedByChance(1, 4, 10);
        assertSurvivedByChance(8, 4, 192, 168); // 100,000 / 2^16 = 1.5 are expected
    }

    @Test
    void lastByteOfIpv6AddressesSurvivesByChanceOnly() {
        assertSurvivedByChance(0, 16, 0x20, 1);
        assertSurvivedByChance(0, 16, 0xfe, 0x80);
    }

    /// Each bit is flipped for half of the keys, independently of the bit before it.
    @Test
    void neighbouringBitsAreFlippedIndependently() {
        int keys = 400;
        int[] together = new int[32];
        byte[] address = {85, 1, 2, 3};
        for (int number = 0; number < keys; number++) {
            byte[] secret = new byte[32];
            new Random(number).nextBytes(secret);
            byte[] pseudonym = new Pseudonyms(AnonymizationKey.of(secret)).address(address);
            for (int bit = 17; bit < 32; bit++) {
                together[bit] += flipped(address, pseudonym, bit) == flipped(address, pseudonym, bit - 1) ? 1 : 0;
            }
        }
        Set<Integer> correlated = new TreeSet<>();
        for (int bit = 17; bit < 32; bit++) {
            // five standard deviations of a fair coin, 10 each
            if (Math.abs(together[bit] - keys / 2) > 50) {
                correlated.add(bit);
            }
        }
        assertEquals(Set.of(), correlated);
    }

    private static boolean flipped(byte[] one, byte[] other, int bit) {
        return AddressBlocks.bit(one, bit) != AddressBlocks.bit(other, bit);
    }
}
