package org.sipsleuth.live;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// The certificate and the private key of a PEM file (RFC 7468), as a TLS server shows them.
final class PemIdentity {

    private static final long LARGEST_BYTES = 1 << 20;
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]*)-----END \\1-----");

    private PemIdentity() {}

    /// @throws IllegalArgumentException with the reason why the file is not usable
    static SSLContext read(Path file) throws IOException, GeneralSecurityException {
        if (Files.size(file) > LARGEST_BYTES) {
            throw new IllegalArgumentException("it is too large for a PEM file");
        }
        List<Certificate> chain = new ArrayList<>();
        List<PrivateKey> keys = new ArrayList<>();
        Matcher blocks = BLOCK.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
        while (blocks.find()) {
            byte[] bytes = Base64.getMimeDecoder().decode(blocks.group(2));
            switch (blocks.group(1)) {
                case "CERTIFICATE" -> chain.add(
                        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes)));
                case "PRIVATE KEY" -> keys.add(key(bytes));
                case "RSA PRIVATE KEY", "EC PRIVATE KEY", "ENCRYPTED PRIVATE KEY" -> throw new IllegalArgumentException(
                        "its key is not in PKCS #8 without password; convert it with: openssl pkcs8 -topk8 -nocrypt");
                default -> {
                } // parameters of a curve, for example
            }
        }
        if (chain.isEmpty() || keys.size() != 1) {
            throw new IllegalArgumentException("a PEM file with a certificate and its private key is needed");
        }
        return context(chain, keys.getFirst());
    }

    private static PrivateKey key(byte[] bytes) throws GeneralSecurityException {
        @Nullable InvalidKeySpecException other = null;
        for (String algorithm : List.of("RSA", "EC", "Ed25519")) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(bytes));
            } catch (InvalidKeySpecException ofAnotherAlgorithm) {
                other = ofAnotherAlgorithm;
            }
        }
        throw new InvalidKeySpecException("its key is neither RSA nor EC nor Ed25519", other);
    }

    private static SSLContext context(List<Certificate> chain, PrivateKey key)
            throws IOException, GeneralSecurityException {
        char[] none = new char[0];
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, none);
        store.setKeyEntry("hep", key, none, chain.toArray(Certificate[]::new));
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, none);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
