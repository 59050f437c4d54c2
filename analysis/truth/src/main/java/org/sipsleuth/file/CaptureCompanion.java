package org.sipsleuth.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.name.FileName;

/// The file that SipSleuth writes beside a pcap file, which has no room for such facts itself: the
/// ground truth of a simulated capture, or the provenance of an exported one. It begins with its
/// schema and holds the SHA-256 of its capture.
public final class CaptureCompanion {

    /// How the name of a ground-truth file ends.
    public static final String TRUTH = ".truth.json";

    /// How the name of a provenance file ends.
    public static final String PROVENANCE = ".provenance.json";

    private static final List<String> SCHEMAS = List.of("sipsleuth-truth", "sipsleuth-provenance");
    private static final List<String> PACKED = List.of(".gz", ".zst");
    private static final List<String> CAPTURES = List.of(".pcap", ".pcapng", ".cap", ".dmp");

    private static final int MOST_TOKENS = 10_000;
    private static final int CHUNK_BYTES = 1 << 16;

    private CaptureCompanion() {}

    /// Where a companion lies: `x.truth.json` beside `x.pcap`, `x.pcapng.gz` and so on.
    ///
    /// @param ending [#TRUTH] or [#PROVENANCE]
    public static Path beside(Path capture, String ending) {
        Path last = capture.getFileName();
        String name = last == null ? "" : FileName.string(last);
        return FileName.sibling(capture, without(without(name, PACKED), CAPTURES) + ending);
    }

    private static String without(String name, List<String> endings) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (String ending : endings) {
            if (lower.endsWith(ending) && lower.length() > ending.length()) {
                return name.substring(0, name.length() - ending.length());
            }
        }
        return name;
    }

    /// Whether a capture has a companion, of whatever content.
    static boolean isThere(Path capture) {
        return isCompanion(beside(capture, TRUTH)) || isCompanion(beside(capture, PROVENANCE));
    }

    /// Whether a companion beside a capture names the SHA-256 that the capture has.
    static boolean vouchesFor(Path capture) throws IOException {
        String sha256 = null;
        for (String ending : List.of(TRUTH, PROVENANCE)) {
            Optional<String> named = sha256(beside(capture, ending));
            if (named.isPresent()) {
                sha256 = sha256 == null ? digest(capture) : sha256;
                if (named.get().equalsIgnoreCase(sha256)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Whether a file is a companion of any capture.
    static boolean isCompanion(Path file) {
        return sha256(file).isPresent();
    }

    /// A capture, other than the given one, that a companion at this place may belong to.
    static Optional<Path> otherCapture(Path companion, Path capture) {
        for (String ending : List.of(TRUTH, PROVENANCE)) {
            String name = FileName.string(companion.toAbsolutePath().getFileName());
            if (name.endsWith(ending)) {
                String plain = name.substring(0, name.length() - ending.length());
                for (String itsEnding : CAPTURES) {
                    for (String packed : List.of("", ".gz", ".zst")) {
                        Path other = FileName.sibling(companion, plain + itsEnding + packed);
                        if (!other.equals(capture) && Files.isRegularFile(other)) {
                            return Optional.of(other);
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    /// The SHA-256 that a companion names; empty for any other file.
    private static Optional<String> sha256(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
                JsonParser json = new JsonFactory().createParser(in)) {
            return json.nextToken() == JsonToken.START_OBJECT
                    ? Optional.ofNullable(sha256(json))
                    : Optional.empty();
        } catch (IOException otherFile) {
            return Optional.empty();
        }
    }

    private static @Nullable String sha256(JsonParser json) throws IOException {
        boolean isOurs = false;
        boolean inCapture = false;
        int depth = 1;
        for (int tokens = 0; tokens < MOST_TOKENS && depth > 0; tokens++) {
            JsonToken token = json.nextToken();
            if (token == null) {
                return null;
            }
            if (token.isStructStart()) {
                depth++;
                inCapture = depth == 2 && "capture".equals(json.currentName());
            } else if (token.isStructEnd()) {
                depth--;
                inCapture = false;
            } else if (token == JsonToken.VALUE_STRING) {
                String name = json.currentName();
                String value = json.getText();
                if (depth == 1 && "schema".equals(name)) {
                    isOurs = SCHEMAS.stream().anyMatch(value::startsWith);
                }
                if (isOurs && inCapture && "sha256".equals(name)) {
                    return value;
                }
            }
        }
        return null;
    }

    private static String digest(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] chunk = new byte[CHUNK_BYTES];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                digest.update(chunk, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
