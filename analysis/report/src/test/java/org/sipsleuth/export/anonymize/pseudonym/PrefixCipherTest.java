package org.sipsleuth.export.anonymize.pseudonym;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The test vectors of draft-denis-ipcrypt, appendix A.2.
class PrefixCipherTest {

    private static final PrefixCipher BASIC =
            cipher("0123456789abcdeffedcba98765432101032547698badcfeefcdab8967452301");
    private static final PrefixCipher PREFIXES =
            cipher("2b7e151628aed2a6abf7158809cf4f3ca9f5ba40db214c3798f2e1c23456789a");

    private static PrefixCipher cipher(String key) {
        return new PrefixCipher(HexFormat.of().parseHex(key));
    }

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, 151.82.155.134",
        "255.255.255.255, 94.185.169.89",
        "192.0.2.1, 100.115.72.131",
        "2001:db8::1, c180:5dd4:2587:3524:30ab:fa65:6ab6:f88",})
    void basicVectorsOfTheDraft(String address, String ciphertext) {
        assertArrayEquals(bytes(ciphertext), BASIC.encrypt(bytes(address), 0));
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.47, 19.214.210.244",
        "10.0.0.129, 19.214.210.80",
        "10.0.0.234, 19.214.210.30",
        "172.16.5.193, 210.78.229.136",
        "172.16.97.42, 210.78.179.241",
        "172.16.248.177, 210.78.121.215",
        "2001:db8::a5c9:4e2f:bb91:5a7d, 7cec:702c:1243:f70:1956:125:b9bd:1aba",
        "2001:db8::7234:d8f1:3c6e:9a52, 7cec:702c:1243:f70:a3ef:c8e:95c1:cd0d",
        "2001:db8::f1e0:937b:26d4:8c1a, 7cec:702c:1243:f70:443c:c8e:6a62:b64d",
        "2001:db8:3a5c:0:e7d1:4b9f:2c8a:f673, 7cec:702c:3503:bef:e616:96bd:be33:a9b9",
        "2001:db8:9f27:0:b4e2:7a3d:5f91:c8e6, 7cec:702c:a504:b74e:194a:3d90:b047:2d1a",
        "2001:db8:d8b4:0:193c:a5e7:8b2f:46d1, 7cec:702c:f840:aa67:1b8:e84f:ac9d:77fb",})
    void prefixVectorsOfTheDraft(String address, String ciphertext) {
        assertArrayEquals(bytes(ciphertext), PREFIXES.encrypt(bytes(address), 0));
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.47, 8", "192.168.3.4, 16", "fe80::1:2, 10", "127.0.0.1, 32"})
    void leadingBitsAreKeptAndTheOthersAreThoseOfTheWholeCiphertext(String text, int kept) {
        byte[] address = bytes(text);
        byte[] whole = PREFIXES.encrypt(address, 0);
        byte[] rest = PREFIXES.encrypt(address, kept);
        for (int bit = 0; bit < address.length * Byte.SIZE; bit++) {
            byte[] expected = bit < kept ? address : whole;
            assertEquals(AddressBlocks.bit(expected, bit), AddressBlocks.bit(rest, bit),
                    Arrays.toString(rest) + " at bit " + bit);
        }
    }

    private static byte[] bytes(String address) {
        return InetAddress.ofLiteral(address).getAddress();
    }
}
