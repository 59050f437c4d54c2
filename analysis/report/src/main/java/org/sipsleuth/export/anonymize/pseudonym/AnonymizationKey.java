package org.sipsleuth.export.anonymize.pseudonym;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.sipsleuth.file.OutputFile;
import org.sipsleuth.file.OutputRefusedException;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.file.RegularFile;

/// The secret that pseudonyms are made with. Who has it can find the pseudonym of anything he
/// knows; nobody else can.
public final class AnonymizationKey {

    /// Raised whenever the same secret gives other pseudonyms.
    private static final int VERSION = 2;

    private static final String HEAD_OF_ANY = "sipsleuth anonymization key ";
    private static final String HEAD = HEAD_OF_ANY + VERSION + "\n";
    private static final int SECRET_BYTES = 32;
    private static final int FILE_CHARS = HEAD.length() + 2 * SECRET_BYTES + 1;

    private final byte[] secret;

    private AnonymizationKey(byte[] secret) {
        this.secret = secret;
    }

    /// A key of these bytes.
    ///
    /// @throws IllegalArgumentException if they are not 32
    public static AnonymizationKey of(byte[] secret) {
        if (secret.length != SECRET_BYTES) {
            throw new IllegalArgumentException(secret.length + " bytes; a key has " + SECRET_BYTES);
        }
        return new AnonymizationKey(secret.clone());
    }

    /// A new key that is kept nowhere: what is made with it cannot be matched with anything else.
    public static AnonymizationKey random() {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return new AnonymizationKey(secret);
    }

    /// Checks that a file is either absent or a key that can be used.
    ///
    /// @throws IOException if it cannot be read, is not a key, or is a key of another version
    public static void check(Path file) throws IOException {
        if (Files.isRegularFile(file)) {
            read(file);
        }
    }

    /// Reads the key in a file; makes both if there is no such file, readable by its owner only.
    ///
    /// @throws IOException if it cannot be read or made, is not a key, or is a key of another
    ///     version; such a file is left as it is
    public static AnonymizationKey open(Path file) throws IOException {
        try {
            return read(file);
        } catch (NoSuchFileException none) {
            return make(file);
        }
    }

    /// Reads the key in a file.
    ///
    /// @throws IOException if it cannot be read, is not a key, or is a key of another version
    public static AnonymizationKey existing(Path file) throws IOException {
        return read(file);
    }

    private static AnonymizationKey make(Path file) throws IOException {
        AnonymizationKey key = random();
        String text = HEAD + HexFormat.of().formatHex(key.secret) + "\n";
        try {
            OutputFile.at(file, OutputRules.NEW_FILES).write(text);
        } catch (OutputRefusedException other) {
            return read(file); // another process was faster
        }
        return key;
    }

    private static AnonymizationKey read(Path file) throws IOException {
        byte[] bytes;
        try (var in = RegularFile.open(file)) {
            bytes = in.readNBytes(FILE_CHARS + 1);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        try {
            if (text.startsWith(HEAD)) {
                return of(HexFormat.of().parseHex(text.substring(HEAD.length()).stripTrailing()));
            }
        } catch (IllegalArgumentException notHexadecimal) {
            throw notAKey(file);
        }
        throw text.startsWith(HEAD_OF_ANY) ? otherVersion(file, text) : notAKey(file);
    }

    private static IOException notAKey(Path file) {
        return new IOException(file + " is not a SipSleuth key.");
    }

    private static IOException otherVersion(Path file, String text) {
        boolean isFirst = text.startsWith(HEAD_OF_ANY + "1\n");
        return new IOException(file
                + (isFirst
                        ? " is a key of an earlier version, whose address pseudonyms"
                                + " revealed parts of the addresses."
                        : " is a key of another version.")
                + " Copies made with it do not match copies of this version: choose"
                + " another key file, and export all captures that belong together again.");
    }

    /// Eight hexadecimal digits that distinguish two keys and reveal nothing of them.
    public String name() {
        return HexFormat.of().formatHex(derive("name"), 0, 4);
    }

    /// A secret for one purpose: 32 bytes.
    byte[] derive(String purpose) {
        return KeyedFunction.hmac(secret, purpose.getBytes(StandardCharsets.US_ASCII));
    }
}
