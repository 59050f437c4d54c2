package org.sipsleuth.capture.tls.cipher;

import org.jspecify.annotations.Nullable;

/// What a cipher suite seals records with. How the keys were agreed on does not matter here: the
/// key log has them.
///
/// @param seal the record protection
/// @param keyBytes how long its key is
/// @param hash the hash of the key derivation
/// @param mac the hash of the record's MAC, of CBC suites
public record CipherSuite(Seal seal, int keyBytes, Hash hash, Hash mac) {

    /// A record protection.
    public enum Seal {
        GCM, CHACHA20, CBC
    }

    /// A hash, as the names of the JDK end.
    public enum Hash {
        SHA1("HmacSHA1", 20), SHA256("HmacSHA256", 32), SHA384("HmacSHA384", 48);

        private final String mac;
        private final int bytes;

        Hash(String mac, int bytes) {
            this.mac = mac;
            this.bytes = bytes;
        }

        /// The name of its MAC.
        String mac() {
            return mac;
        }

        /// How long it is.
        public int bytes() {
            return bytes;
        }
    }

    private static final int AES_128 = 16;
    private static final int AES_256 = 32;

    /// The suite of this number in the registry of TLS, or null if its records are not read.
    public static @Nullable CipherSuite of(int number) {
        return switch (number) {
            case 0x1301 -> gcm(AES_128);
            case 0x1302 -> gcm(AES_256);
            case 0x1303, 0xcca8, 0xcca9, 0xccaa, 0xccab, 0xccac, 0xccad, 0xccae ->
                    new CipherSuite(Seal.CHACHA20, 32, Hash.SHA256, Hash.SHA256);
            case 0x9c, 0x9e, 0xa0, 0xa2, 0xa4, 0xa6, 0xa8, 0xaa, 0xac -> gcm(AES_128);
            case 0x9d, 0x9f, 0xa1, 0xa3, 0xa5, 0xa7, 0xa9, 0xab, 0xad -> gcm(AES_256);
            case 0xc02b, 0xc02d, 0xc02f, 0xc031, 0xd001 -> gcm(AES_128);
            case 0xc02c, 0xc02e, 0xc030, 0xc032, 0xd002 -> gcm(AES_256);
            default -> cbc(number);
        };
    }

    private static @Nullable CipherSuite cbc(int number) {
        return switch (number) {
            case 0x2f, 0x30, 0x31, 0x32, 0x33, 0x34, 0x8c, 0x90, 0x94 -> cbc(AES_128, Hash.SHA1);
            case 0xc004, 0xc009, 0xc00e, 0xc013, 0xc018, 0xc035 -> cbc(AES_128, Hash.SHA1);
            case 0x35, 0x36, 0x37, 0x38, 0x39, 0x3a, 0x8d, 0x91, 0x95 -> cbc(AES_256, Hash.SHA1);
            case 0xc005, 0xc00a, 0xc00f, 0xc014, 0xc019, 0xc036 -> cbc(AES_256, Hash.SHA1);
            case 0x3c, 0x3e, 0x3f, 0x40, 0x67, 0x6c, 0xae, 0xb2, 0xb6 -> cbc(AES_128, Hash.SHA256);
            case 0xc023, 0xc025, 0xc027, 0xc029, 0xc037 -> cbc(AES_128, Hash.SHA256);
            case 0x3d, 0x68, 0x69, 0x6a, 0x6b, 0x6d -> cbc(AES_256, Hash.SHA256);
            case 0xaf, 0xb3, 0xb7, 0xc024, 0xc026, 0xc028, 0xc02a, 0xc038 -> cbc(AES_256, Hash.SHA384);
            default -> null;
        };
    }

    private static CipherSuite gcm(int keyBytes) {
        Hash hash = keyBytes == AES_128 ? Hash.SHA256 : Hash.SHA384;
        return new CipherSuite(Seal.GCM, keyBytes, hash, hash);
    }

    /// TLS 1.2 derives keys by SHA-256 where the suite names no stronger hash (RFC 5246 §5).
    private static CipherSuite cbc(int keyBytes, Hash mac) {
        Hash hash = mac == Hash.SHA384 ? Hash.SHA384 : Hash.SHA256;
        return new CipherSuite(Seal.CBC, keyBytes, hash, mac);
    }
}
