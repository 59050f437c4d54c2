package org.sipsleuth.signature;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.sipsleuth.file.RegularFile;

/// The file of a bundle: JSON that ends with the SHA-256 of its content. The hash shows damage and
/// careless changes; it is no signature of a person.
public final class BundleFile {

    static final String FORMAT = "sipsleuth-signatures";
    static final int VERSION = 1;
    static final String CLEAN = "clean";
    static final String ANOMALOUS = "anomalous";

    /// No bundle is longer: 2 MiB of hexadecimal digits, and what 64,000 short strings have around
    /// them.
    static final int MOST_BYTES = 8 << 20;

    private static final JsonFactory FACTORY = new JsonFactory();

    private BundleFile() {}

    /// Reads a bundle that anybody can have written.
    ///
    /// @throws BundleFormatException if it is none
    /// @throws IOException if it is no regular file, or cannot be read
    public static SignatureBundle read(Path file) throws IOException {
        try (InputStream in = RegularFile.open(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new BundleFormatException("is longer than 8 MiB");
            }
            return read(bytes);
        }
    }

    static SignatureBundle read(byte[] bytes) throws BundleFormatException {
        if (bytes.length == 0) {
            throw new BundleFormatException("is empty; derive a bundle of signatures first");
        }
        BundleJson.Read read = BundleJson.read(bytes);
        if (!read.sha256().equals(sha256(read.bundle()))) {
            throw new BundleFormatException("has changed since it was written: its SHA-256 is another one");
        }
        if (read.bundle().signatures().isEmpty()) {
            throw new BundleFormatException("has no signature, so it matches nothing; derive some");
        }
        return read.bundle();
    }

    /// Writes a bundle: the same bundle gives the same bytes.
    public static void write(SignatureBundle bundle, OutputStream out) throws IOException {
        out.write(bytes(bundle, sha256(bundle)));
    }

    /// The SHA-256 of the content, in hexadecimal digits.
    public static String sha256(SignatureBundle bundle) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(bundle, "")));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static byte[] bytes(SignatureBundle bundle, String sha256) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = FACTORY.createGenerator(out)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("format", FORMAT);
            json.writeNumberField("version", VERSION);
            json.writeArrayFieldStart("signatures");
            for (Signature signature : bundle.signatures()) {
                write(signature, json);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("sources");
            for (BundleSource source : bundle.sources()) {
                json.writeStartObject();
                json.writeStringField("role", source.clean() ? CLEAN : ANOMALOUS);
                json.writeStringField("sha256", source.sha256());
                json.writeNumberField("messages", source.messages());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeStringField("sha256", sha256);
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("memory was written", e);
        }
        return out.toByteArray();
    }

    private static void write(Signature signature, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", signature.name());
        json.writeStringField("kind", signature.kind().word());
        json.writeNumberField("messages", signature.messages());
        json.writeNumberField("threshold", signature.threshold());
        json.writeArrayFieldStart("strings");
        for (WeightedString string : signature.strings()) {
            json.writeStartObject();
            json.writeStringField("hex", HexFormat.of().formatHex(string.text().getBytes(StandardCharsets.ISO_8859_1)));
            json.writeNumberField("weight", string.weight());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
